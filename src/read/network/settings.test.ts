import { describe, expect, it } from 'vitest';
import { gaugeOf, NetworkSettings, sigmoid } from './settings.ts';

describe('gaugeOf', () => {
  it('takes thresholds of training and scores as they are where nothing is set', () => {
    const settings = NetworkSettings.parse({});
    expect(gaugeOf(settings, 'cue', 'careful')).toMatchObject({ least: 0.5, leastLogit: 0 });
    expect(gaugeOf(settings, 'cue', 'careful').confidence(0.3)).toBe(0.3);
    expect(gaugeOf(settings, 'span', 'thorough').least).toBeLessThan(gaugeOf(settings, 'span', 'careful').least);
    expect(gaugeOf(settings, 'names.world', 'careful').least).toBe(0);
  });

  it('cuts raw logits where confidence reaches the threshold', () => {
    const settings = NetworkSettings.parse({
      calibration: { cue: { a: 0.8, b: -0.4 } },
      thresholds: { careful: { cue: 0.7 }, thorough: { cue: 0.2 } },
    });
    for (const precision of ['careful', 'thorough'] as const) {
      const { confidence, least, leastLogit } = gaugeOf(settings, 'cue', precision);
      expect(confidence(sigmoid(leastLogit))).toBeCloseTo(least, 9);
      expect(confidence(sigmoid(leastLogit + 0.1))).toBeGreaterThan(least);
    }
  });

  it('keeps confidence between 0 and 1 at both ends', () => {
    const { confidence } = gaugeOf(NetworkSettings.parse({ calibration: { role: { a: 3, b: 1 } } }), 'role', 'careful');
    for (const raw of [0, 1e-12, 0.5, 1]) {
      expect(confidence(raw)).toBeGreaterThanOrEqual(0);
      expect(confidence(raw)).toBeLessThanOrEqual(1);
    }
    expect(confidence(1)).toBeGreaterThan(confidence(0.5));
  });

  it('lets everything through at 0 and nothing at 1', () => {
    const settings = NetworkSettings.parse({ thresholds: { careful: { cue: 0 }, thorough: { cue: 1 } } });
    expect(gaugeOf(settings, 'cue', 'careful').leastLogit).toBeLessThan(-100);
    expect(gaugeOf(settings, 'cue', 'thorough').leastLogit).toBeGreaterThan(100);
  });
});

describe('a threshold of 0', () => {
  it('still looks at no span that is hardly one', () => {
    const settings = NetworkSettings.parse({ thresholds: { careful: {}, thorough: { span: 0 } } });
    const { least, leastLogit } = gaugeOf(settings, 'span', 'thorough');
    expect(least).toBe(0);
    expect(sigmoid(leastLogit)).toBeCloseTo(0.25, 9);
  });
});

describe('NetworkSettings', () => {
  it.each([
    { calibration: { cue: { a: 0, b: 0 } } },
    { calibration: { queue: { a: 1, b: 0 } } },
    { thresholds: { careful: { cue: 1.5 } } },
    { manifest: { 'reader.onnx': { sha256: 'short', bytes: 5 } } },
  ])('refuses %j', (settings) => {
    expect(NetworkSettings.safeParse(settings).success).toBe(false);
  });
});
