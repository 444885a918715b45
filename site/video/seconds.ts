/** Where a second of the film is on its page: `t=12`, as in an address that ends in `#t=12` (W3C, Media Fragments). */
export function anchorAt(seconds: number): string {
  return `t=${Number(seconds.toFixed(3))}`;
}

/** A second as it is read: `0:12`, `1:02:03`. */
export function clockAt(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(whole % 60)}` : `${minutes}:${twoDigits(whole % 60)}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
