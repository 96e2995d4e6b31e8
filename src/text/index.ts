export * from './countries/index.ts';
export * from './edtf/index.ts';
export * from './language/index.ts';
export * from './names/index.ts';
export * from './numbers/index.ts';
export * from './outlets/index.ts';
export * from './sources/index.ts';
export * from './world/index.ts';
