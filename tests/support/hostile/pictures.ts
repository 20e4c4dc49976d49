import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#3377aa" } });

/** Held sideways, with the place and a script in what is written beside the pixels. */
export function photograph(): Promise<Buffer> {
  const place = { IFD0: { Make: "Telefono", ImageDescription: "<script>marca()</script>" }, IFD3: { GPSLatitude: "25/1 40/1 0/1" } };
  return plain(80, 40).withMetadata({ orientation: 6 }).withExif(place).jpeg().toBuffer();
}

export const pictures = {
  png: () => plain(8, 8).png().toBuffer(),
  transparent: () =>
    sharp({ create: { width: 8, height: 8, channels: 4, background: "#ff000080" } })
      .png()
      .toBuffer(),
  webp: () => plain(8, 8).webp().toBuffer(),
  avif: () => plain(16, 16).avif().toBuffer(),
  progressive: () => plain(8, 8).jpeg({ progressive: true }).toBuffer(),
  cmyk: () => plain(8, 8).toColourspace("cmyk").jpeg().toBuffer(),
  /** Fifty million pixels, held sideways, as today's telephones take them. */
  large: () => plain(8660, 5774).withMetadata({ orientation: 6 }).jpeg({ quality: 20 }).toBuffer(),
  largeInScans: () => plain(8660, 5774).jpeg({ quality: 20, progressive: true }).toBuffer(),
  huge: () => plain(11_600, 8700).jpeg({ quality: 20 }).toBuffer(),
  animated: async () => {
    const frames = await Promise.all(
      ["#ff0000", "#00ff00"].map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    return sharp(frames, { join: { animated: true } })
      .gif({ loop: 0 })
      .toBuffer();
  },
};

/** A few bytes that say they are so large; `rows` of them are there. */
export function pngSaying(width: number, height: number, rows = 1): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const said = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const whole = Buffer.alloc(said.length + 8);
  whole.writeUInt32BE(body.length, 0);
  said.copy(whole, 4);
  whole.writeUInt32BE(crc32(said), said.length + 4);
  return whole;
}
