// Many files in one answer: for each the length of its path and of its bytes (32 bits, little endian), then both.

export function packFiles(files: readonly (readonly [path: string, data: Uint8Array])[]): Uint8Array {
  return Buffer.concat(
    files.flatMap(([path, data]) => {
      const name = Buffer.from(path, "utf8");
      const head = Buffer.alloc(8);
      head.writeUInt32LE(name.length, 0);
      head.writeUInt32LE(data.length, 4);
      return [head, name, data];
    }),
  );
}
