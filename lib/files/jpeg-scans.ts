/** Whether a JPEG comes in a single run over its rows, as telephones write them: it is then drawn small as it is read. Any other is
 *  held whole in memory first, at several bytes a pixel. */
export function isOneScan(jpeg: Buffer): boolean {
  let components = 0;
  for (let at = 2; at + 10 <= jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === startOfScan) return components > 0 && jpeg[at + 4] === components;
    if (isFrame(marker)) {
      if (!sequential.has(marker)) return false;
      components = jpeg[at + 9]!;
    }
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return false;
}

const startOfScan = 0xda;
const sequential = new Set([0xc0, 0xc1]);

/** C4, C8 and CC stand between the frames and are none. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
