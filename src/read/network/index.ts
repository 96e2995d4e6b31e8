export { type Network, type NetworkOptions, openNetwork } from './network.ts';
export { NOTHING, type RecogniseOptions, recognise, type TextToRecognise } from './recognise.ts';
export type {
  NameScheme,
  Recognised,
  RecognisedAttribution,
  RecognisedName,
  RecognisedPredicate,
  RecognisedRelation,
  RecognisedSpan,
} from './recognised.ts';
export { HEADS, type Head, NetworkSettings, type Precision } from './settings.ts';
