import type { Span } from '../../model/index.ts';
import type { FrameDefinition } from '../beats/index.ts';
import { inWords } from './read-properties.ts';
import type { Scene } from './scene.ts';

/** What a frame says of itself that tells what texts contain. */
export type Contents = NonNullable<FrameDefinition['contents']>;

/** Properties whose words stand in what is contained. */
export const propertiesIn = (scene: Scene, definition: FrameDefinition, span: Span): Record<string, string> =>
  Object.fromEntries(
    Object.entries(definition.properties).flatMap(([name, property]) => {
      if (property.in === undefined || typeof property.values === 'string') return [];
      const value =
        inWords(scene, [{ chunk: null, mention: null, span, confidence: 1 }], property.values) ?? property.otherwise;
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
