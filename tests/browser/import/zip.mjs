// Writes ZIP archives as exports have them: stored or deflated, ZIP64, with entries of any size that take no
// room.
import { open } from 'node:fs/promises';
import * as zlib from 'node:zlib';

/**
 * Writes an archive. An entry is `{ name, bytes }`, or `{ name, hole: 1e9 }` for a billion zeros that take no
 * room on the disk. `stored` does not compress it, `encrypted` only sets the flag, `size` is a false size.
 */
export async function writeZip(path, entries, { zip64 = false, comment = '' } = {}) {
  const file = await open(path, 'w');
  let at = 0;
  const put = async (bytes) => {
    await file.write(bytes, 0, bytes.length, at);
    at += bytes.length;
  };
  const directory = [];
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const raw = entry.bytes ?? Buffer.alloc(0);
    const packed = entry.stored || entry.hole ? raw : zlib.deflateRawSync(raw);
    const header = {
      name,
      flags: 0x800 | (entry.encrypted ? 1 : 0),
      method: entry.stored || entry.hole ? 0 : 8,
      crc: crc32(raw),
      packed: entry.hole ?? packed.length,
      size: entry.size ?? entry.hole ?? raw.length,
      offset: at,
    };
    directory.push(header);
    await put(local(header));
    await put(packed);
    if (entry.hole) at += entry.hole;
  }
  const start = at;
  for (const header of directory) await put(central(header, zip64));
  const size = at - start;
  if (zip64) {
    const end = Buffer.alloc(56);
    end.writeUInt32LE(0x06064b50, 0);
    end.writeBigUInt64LE(44n, 4);
    end.writeUInt16LE(45, 12);
    end.writeUInt16LE(45, 14);
    end.writeBigUInt64LE(BigInt(directory.length), 24);
    end.writeBigUInt64LE(BigInt(directory.length), 32);
    end.writeBigUInt64LE(BigInt(size), 40);
    end.writeBigUInt64LE(BigInt(start), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(at), 8);
    locator.writeUInt32LE(1, 16);
    await put(Buffer.concat([end, locator]));
  }
  const note = Buffer.from(comment);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : directory.length, 8);
  end.writeUInt16LE(zip64 ? 0xffff : directory.length, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : start, 16);
  end.writeUInt16LE(note.length, 20);
  await put(Buffer.concat([end, note]));
  await file.close();
}

function local({ name, flags, method, crc, packed, size }) {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(flags, 6);
  bytes.writeUInt16LE(method, 8);
  bytes.writeUInt32LE(crc, 14);
  bytes.writeUInt32LE(packed, 18);
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt16LE(name.length, 26);
  return Buffer.concat([bytes, name]);
}

function central({ name, flags, method, crc, packed, size, offset }, zip64) {
  const extra = Buffer.alloc(zip64 ? 28 : 0);
  if (zip64) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    [size, packed, offset].forEach((value, place) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * place));
  }
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(zip64 ? 45 : 20, 4);
  bytes.writeUInt16LE(zip64 ? 45 : 20, 6);
  bytes.writeUInt16LE(flags, 8);
  bytes.writeUInt16LE(method, 10);
  bytes.writeUInt32LE(crc, 16);
  bytes.writeUInt32LE(zip64 ? 0xffffffff : packed, 20);
  bytes.writeUInt32LE(zip64 ? 0xffffffff : size, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt16LE(extra.length, 30);
  bytes.writeUInt32LE(zip64 ? 0xffffffff : offset, 42);
  return Buffer.concat([bytes, name, extra]);
}

function crc32(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
