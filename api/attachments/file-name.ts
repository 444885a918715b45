const mostCharacters = 120;
const longestExtension = 12;

/** What no file system takes, or takes for a part of a path. */
const unusable = /[<>:"|?*]/g;
/** Control characters, what turns the direction of writing, and what is not seen at all (UAX 9, 2.4–2.6). */
const misleading = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;

/**
 * The name of a file as it may be shown and offered: NFC, one line, no path, nothing that is invisible or turns the
 * direction of writing (`gpj.exe` must not read as `exe.jpg`), at most 120 characters. Never used as a path.
 */
export function cleanedFileName(given: string): string {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\uFFFD', '_')
    .replace(/^.*[/\\]/s, '')
    .replaceAll(misleading, '')
    .replaceAll(unusable, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
  return shortened(name) || 'file';
}

/** The extension in small letters, without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([^.\s]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Keeps the extension: by it, people and their devices know what the file is. */
function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= mostCharacters) return name;
  const extension = extensionOf(name);
  const end = extension && extension.length <= longestExtension ? `.${extension}` : '';
  return `${characters
    .slice(0, mostCharacters - end.length)
    .join('')
    .trimEnd()}${end}`;
}

/** A file name in a header: readable by everything, exact where RFC 8187 is understood (RFC 6266, 4.3). */
export function contentDisposition(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
