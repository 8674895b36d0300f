import Handlebars from 'handlebars';
import type { Letter } from './mail';

/** Handlebars escapes what it fills in. Styles stand inline: mail programs drop style sheets. */
const html = Handlebars.compile<Letter>(
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>{{subject}}</title>
</head>
<body style="margin:0;background:#fbf8f3;color:#211c16;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#fff;border:1px solid #e7dfd3;border-radius:12px">
<tr><td style="padding:32px">
<p style="margin:0 0 24px;font:600 20px Georgia,serif">Souk</p>
<h1 style="margin:0 0 16px;font:600 24px/1.3 Georgia,serif">{{subject}}</h1>
{{#each paragraphs}}
<p style="margin:0 0 16px">{{this}}</p>
{{/each}}
<p style="margin:24px 0"><a href="{{action.url}}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#14524f;color:#fff;font-weight:600;text-decoration:none">{{action.label}}</a></p>
<p style="margin:0 0 24px;color:#675e53;font-size:14px">Or open this address:<br><a href="{{action.url}}" style="color:#14524f;word-break:break-all">{{action.url}}</a></p>
<p style="margin:0;padding-top:16px;border-top:1px solid #e7dfd3;color:#675e53;font-size:14px">{{closing}}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`,
  { strict: true },
);

export const asHtml = (letter: Letter): string => html(letter);

export const asText = ({ paragraphs, action, closing }: Letter): string =>
  `${[...paragraphs, `${action.label}:\n${action.url}`, closing].join('\n\n')}\n`;
