import { describe, expect, it } from 'vitest';
import { readXml } from './xml-events.ts';

const NAMES = { 'urn:words': 'w', 'urn:plain': '' };

/** What is told of a text that comes in pieces of some bytes. */
const told = async (xml: string | Uint8Array, size = 7): Promise<readonly [isWhole: boolean, events: string]> => {
  const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const events: string[] = [];
  const isWhole = await readXml(chunks(), NAMES, {
    open: (name, attribute) => events.push(`<${name}${attribute('w:val') ? `=${attribute('w:val')}` : ''}>`),
    close: (name) => events.push(`</${name}>`),
    text: (words) => events.push(words),
  });
  return [isWhole, events.join('')];
};

describe('readXml', () => {
  it('names elements and attributes by their namespace, whatever prefix the file has for it', async () => {
    expect(await told('<a:p xmlns:a="urn:words" a:val="1&amp;2"/>')).toEqual([true, '<w:p=1&2></w:p>']);
    expect(await told('<p xmlns="urn:words"><o:b xmlns:o="urn:plain">Velm</o:b></p>')).toEqual([
      true,
      '<w:p><b>Velm</b></w:p>',
    ]);
    expect(await told('<w:p w:val="x"/>')).toEqual([true, '<w:p=x></w:p>']);
  });

  it('decodes letters cut between pieces, entities and wide encodings', async () => {
    expect(await told('<p>Łódź &#x2014; &lt;<![CDATA[<b>]]></p>', 1)).toEqual([true, '<p>Łódź — <<b></p>']);
    expect(await told(Buffer.from('\ufeff<p>Łódź</p>', 'utf16le'))).toEqual([true, '<p>Łódź</p>']);
    expect(
      await told(Buffer.from('<?xml version="1.0" encoding="windows-1251"?><p>\xc2\xe5\xeb\xec</p>', 'latin1'), 500),
    ).toEqual([true, '<p>Велм</p>']);
  });

  it('reads as far as it goes where it is cut or badly nested, and says so', async () => {
    expect(await told('<p><b>Velm')).toEqual([false, '<p><b>Velm</b></p>']);
    expect(await told('<p><b>Velm</p>')).toEqual([false, '<p><b>Velm</b></p>']);
    expect(await told('<p><b/><b></b></p>')).toEqual([true, '<p><b></b><b></b></p>']);
  });

  it('expands no entities and refuses those that a file defines', async () => {
    expect((await told('<p>&velm;</p>'))[1]).toBe('<p>&velm;</p>');
    expect(await told('<!DOCTYPE p PUBLIC "-//O//EN" "p.dtd"><p/>', 500)).toEqual([true, '<p></p>']);
    await expect(told('<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b;</p>')).rejects.toThrow(
      'it defines entities of its own',
    );
  });

  it('refuses what is nested beyond reason', async () => {
    expect((await told(`${'<p>'.repeat(256)}${'</p>'.repeat(256)}`))[0]).toBe(true);
    await expect(told('<p>'.repeat(10_000))).rejects.toThrow('nested deeper than 256 levels');
  });
});
