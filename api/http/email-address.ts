import { z } from 'zod';

const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';

/**
 * What browsers accept in an e-mail field (HTML, 4.10.5.1.5), with a dot in the domain. Not RFC 5321: old addresses of
 * Japanese carriers have dots where it allows none.
 */
export const emailAddress = z
  .email({ pattern: new RegExp(`^[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+@${label}(?:\\.${label})+$`) })
  .max(254);
