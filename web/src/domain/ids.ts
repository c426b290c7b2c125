/** A random UUID. The browser's own maker of them exists on secure pages only. */
export function newId(): string {
  const maker = crypto as { randomUUID?: () => string }
  return maker.randomUUID?.() ?? formatted(crypto.getRandomValues(new Uint8Array(16)))
}

/** The 16 bytes as a version 4 UUID (RFC 9562). */
function formatted(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte, place) => {
    const marked = place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
