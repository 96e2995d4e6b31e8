/** A number from 0 to 1 that an id always has (FNV-1a). */
const partOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) / 0x100000000;
};

/** Where nodes begin before they are laid out: scattered over a disc by their ids, so that the same case is drawn alike. */
export const startPlaces = (ids: readonly string[]): Float64Array => {
  const places = new Float64Array(ids.length * 2);
  const radius = 10 * Math.sqrt(Math.max(1, ids.length));
  for (const [index, id] of ids.entries()) {
    const angle = partOf(id) * 2 * Math.PI;
    const far = Math.sqrt(partOf(`${id} far`)) * radius;
    places[index * 2] = Math.cos(angle) * far;
    places[index * 2 + 1] = Math.sin(angle) * far;
  }
  return places;
};
