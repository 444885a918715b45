import { addressParser } from 'postal-mime';
import { cleanedLine } from './clean.ts';
import { asUtf8Words } from './encoded-words.ts';
import type { MailAddress } from './parsed-mail.ts';

const mostCharacters = 50_000;
const mostAddresses = 100;
const mostNameCharacters = 80;

/** Dots where RFC 5322 has none are in old addresses of Japanese carriers. */
const plausible = /^[^\s<>@,;:"()[\]\\\p{Cc}\p{Cf}]{1,128}@[^\s<>@,;:"()\\\p{Cc}\p{Cf}]{1,253}$/u;

/**
 * The addresses of a header, those of groups among them. What is written in a name stays a name: encoded words can hide
 * neither brackets nor commas. What cannot be an address is left out.
 */
export function addressesIn(header: string): MailAddress[] {
  const given = asUtf8Words(header).slice(0, mostCharacters);
  return addressParser(given, { flatten: true }).slice(0, mostAddresses).flatMap(asAddress);
}

function asAddress({ name, address = '' }: { name: string; address?: string | undefined }): MailAddress[] {
  const trimmed = address
    .trim()
    .replace(/^"(.*)"@/, '$1@')
    .toLowerCase();
  if (!plausible.test(trimmed)) return [];
  return [{ name: withoutQuotes(cleanedLine(name, mostNameCharacters)), address: trimmed }];
}

function withoutQuotes(name: string): string {
  return name.replace(/^(["'])(.*)\1$/, '$2').trim();
}
