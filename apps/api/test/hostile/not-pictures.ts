import { deflateSync, gzipSync } from 'node:zlib';
import { isoMedia, laughs, scatter, svg, zip } from './bytes';
import { FORMATS, HTML, PAYLOAD, refused, type Format, type HostileFile } from './file';

export function* notPictures(): Generator<HostileFile> {
  const text: Record<string, string> = {
    'a page': HTML,
    'a page with a byte order mark': `\ufeff${HTML}`,
    'a script': `alert("${PAYLOAD}")`,
    'a PHP file': `<?php system($_GET["${PAYLOAD}"]);`,
    'a shell script': '#!/bin/sh\nrm -rf /\n',
    'an SVG': svg(),
    'an SVG with a script': svg(`<script>alert("${PAYLOAD}")</script>`),
    'an SVG that fetches': svg('<image href="http://127.0.0.1/secret" width="9" height="9"/>'),
    'an SVG that reads a file': `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY f SYSTEM "file:///etc/passwd">]>${svg('<text>&f;</text>')}`,
    'an SVG that laughs': `<?xml version="1.0"?><!DOCTYPE svg [${laughs()}]>${svg('<text>&l9;</text>')}`,
    'an SVG of 196 megapixels': svg('', 14_000),
    'an SVG behind a comment': `<!--${'x'.repeat(2000)}-->${svg()}`,
    'a script for ImageMagick':
      'push graphic-context\nviewbox 0 0 9 9\nfill "url(https://127.0.0.1/)"\npop graphic-context',
    'a label for ImageMagick': 'label:@/etc/passwd',
    'a PostScript file': '%!PS\n(/etc/passwd) (r) file',
    'a PDF': '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj',
    'an XPM': '/* XPM */ static char *x[] = {"1 1 1 1","a c #fff","a"};',
    'a PPM': 'P3\n1 1\n255\n1 2 3\n',
    'a PPM of 196 megapixels': 'P5\n14000 14000\n255\n',
    'a FITS': `SIMPLE  =                    T${' '.repeat(2851)}`,
    'a Radiance picture': '#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\n',
    'a MATLAB file': `MATLAB 5.0 MAT-file${' '.repeat(128)}`,
    JSON: '{"a":1}',
    'a data URI': 'data:image/png;base64,iVBORw0KGgo=',
    'one letter': 'x',
  };
  for (const [what, content] of Object.entries(text)) yield refused(what, Buffer.from(content));
  const archive = zip();
  const zeros = Buffer.alloc(100 * 1024 * 1024);
  const binary: Record<string, Buffer> = {
    'an archive': archive,
    'an archive of 100 MB': zip(deflateSync(zeros, { level: 1 })),
    'a gzip file of 100 MB': gzipSync(zeros, { level: 1 }),
    'a compressed SVG': gzipSync(svg()),
    'an executable for Windows': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]),
    'an executable for Linux': Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(500)]),
    WebAssembly: Buffer.from('\0asm\x01\0\0\0', 'latin1'),
    'a GIF': Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
    'a GIF that is a script': Buffer.from(`GIF89a=1;alert("${PAYLOAD}")`),
    'a bitmap': Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]),
    'an icon': Buffer.from([0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0]),
    'a TIFF': Buffer.from('49492a0008000000000000000000', 'hex'),
    'a TIFF, the other way round': Buffer.from('4d4d002a00000008000000000000', 'hex'),
    'a BigTIFF': Buffer.from('49492b000800000010000000000000000000', 'hex'),
    'a Photoshop file': Buffer.from('8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\0\x01\0\0\0\x01\0\x08\0\x03', 'latin1'),
    'a JPEG XL': Buffer.from('ff0a7a1f', 'hex'),
    'a JPEG 2000': Buffer.from('0000000c6a5020200d0a870a', 'hex'),
    'an OpenEXR': Buffer.from('762f310102000000', 'hex'),
    'a HEIC': isoMedia('heic'),
    'a film': isoMedia('mp42'),
    'an AVIF without a picture': isoMedia('avif'),
    'a sound': Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'),
    'a RIFF that sounds': Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'),
    zeros: Buffer.alloc(5000),
    noise: scatter('noise', 5000),
    nothing: Buffer.alloc(0),
  };
  for (const [what, bytes] of Object.entries(binary)) yield refused(what, bytes);
}

/** First bytes that promise a picture. */
export function* beginnings(): Generator<HostileFile> {
  const signatures: Record<Format, Buffer> = {
    jpeg: Buffer.from('ffd8ffe000104a46494600', 'hex'),
    png: Buffer.from('89504e470d0a1a0a', 'hex'),
    webp: Buffer.from('RIFF\xff\0\0\0WEBPVP8 ', 'latin1'),
    avif: isoMedia('avif'),
  };
  for (const format of FORMATS) {
    const signature = signatures[format];
    const then = {
      nothing: Buffer.alloc(0),
      'a page': Buffer.from(HTML),
      'an SVG': Buffer.from(svg()),
      zeros: Buffer.alloc(65_536),
      noise: scatter(format, 65_536),
      'an archive': zip(),
    };
    for (const [what, rest] of Object.entries(then))
      yield refused(`the signature of ${format}, then ${what}`, Buffer.concat([signature, rest]), format);
  }
}
