export { findBlocks } from './find-blocks.ts';
