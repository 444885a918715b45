import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { drawHeelLock, seconds } from './heel-lock.ts';

/*
 * Draws content/media/heel-lock.mp4 and its poster: node content/media/source/draw-film.ts
 * Wants ffmpeg with libx264. With a second and a file name, draws that one frame: … 17.5 frame.png
 */

const framesPerSecond = 20;
const posterSecond = 24.5;
const media = join(import.meta.dirname, '..');
const [, , second, file] = process.argv;

if (second && file) await writeFile(file, frame(Number(second)).asPng());
else await film();

async function film(): Promise<void> {
  await poster();
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', '960x540', '-r', String(framesPerSecond), '-i', '-'];
  const coding = ['-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'animation', '-crf', '27', '-g', '40'];
  const colours = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-pix_fmt', 'yuv420p'];
  const named = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'];
  const output = ['-map_metadata', '-1', '-movflags', '+faststart', '-y', join(media, 'heel-lock.mp4')];
  const encoder = spawn('ffmpeg', ['-loglevel', 'error', ...input, ...coding, ...colours, ...named, ...output], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  for (let index = 0; index < seconds * framesPerSecond; index += 1) {
    if (!encoder.stdin.write(frame(index / framesPerSecond).pixels)) await once(encoder.stdin, 'drain');
  }
  encoder.stdin.end();
  const [code] = (await once(encoder, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}

/** A few colours are all there are: a third of the bytes. */
async function poster(): Promise<void> {
  const palette = ['-vf', 'split[a][b];[a]palettegen=max_colors=48[p];[b][p]paletteuse=dither=none'];
  const output = ['-map_metadata', '-1', '-y', join(media, 'heel-lock.png')];
  const encoder = spawn('ffmpeg', ['-loglevel', 'error', '-f', 'png_pipe', '-i', '-', ...palette, ...output], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  encoder.stdin.end(frame(posterSecond).asPng());
  await once(encoder, 'exit');
}

function frame(at: number) {
  return new Resvg(drawHeelLock(at)).render();
}
