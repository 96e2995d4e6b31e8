export { findFrames } from './find-frames.ts';
