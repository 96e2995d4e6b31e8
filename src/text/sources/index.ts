export { describeSource } from './describe-source.ts';
