import Handlebars from 'handlebars';
import type { Letter, Quote } from './mail';

/** Keeps what follows it out of the lists of mails: between the preheader and the text, they would show that too. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(60);

/**
 * Handlebars escapes what it fills in. Tables and inline styles, because mail programs drop style sheets and know little
 * of layout; the one style sheet that there is turns the light colours into dark ones where programs know how.
 */
const html = Handlebars.compile<Shown>(
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>{{subject}}</title>
<style>
:root{color-scheme:light dark}
@media (max-width:480px) {
.card{padding:24px 18px!important}
.outside{padding:0!important}
}
@media (prefers-color-scheme: dark) {
body,.outside{background:#171411!important;color:#f3ede4!important}
.card{background:#211d19!important;border-color:#3a332b!important}
.line{border-color:#3a332b!important}
.muted{color:#b8ab9b!important}
.link{color:#6fc2b8!important}
.button{background:#6fc2b8!important;color:#171411!important}
}
</style>
</head>
<body style="margin:0;padding:0;background:#fbf8f3;color:#211c16;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;opacity:0">{{preheader}}${FILLER}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="outside" align="center" style="padding:32px 16px;background:#fbf8f3">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
<tr><td class="card" style="padding:32px;background:#ffffff;border:1px solid #e7dfd3;border-radius:12px;text-align:left;overflow-wrap:anywhere;word-break:break-word">
<p style="margin:0 0 24px;font:600 20px/1.3 Georgia,serif">Souk</p>
<h1 style="margin:0 0 16px;font:600 24px/1.3 Georgia,serif;text-wrap:balance">{{subject}}</h1>
{{#each paragraphs}}
{{#if quote}}
<div class="line" style="margin:0 0 16px;padding:2px 0 2px 16px;border-left:3px solid #e7dfd3">{{#each quote}}<p style="margin:0 0 8px">{{this}}</p>{{/each}}</div>
{{else}}
<p style="margin:0 0 16px">{{this}}</p>
{{/if}}
{{/each}}
{{#each goods}}
<h2 style="margin:24px 0 4px;font:600 17px/1.3 Georgia,serif">{{heading}}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
{{#each rows}}
<tr>
{{#if ../hasPictures}}
<td class="line" width="68" valign="top" style="padding:12px 12px 12px 0;border-bottom:1px solid #e7dfd3">{{#if picture}}<img src="{{picture}}" alt="" width="56" height="70" style="display:block;border:0;border-radius:6px">{{/if}}</td>
{{/if}}
<td class="line" valign="top" style="padding:12px 12px 12px 0;border-bottom:1px solid #e7dfd3;overflow-wrap:anywhere;word-break:break-word"><span style="font-weight:600">{{name}}</span><br><span class="muted" style="color:#675e53;font-size:14px">{{details}}</span></td>
<td class="line" valign="top" align="right" style="padding:12px 0;border-bottom:1px solid #e7dfd3;white-space:nowrap">{{amount}}</td>
</tr>
{{/each}}
</table>
{{/each}}
{{#if sums.length}}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:16px 0 0">
{{#each sums}}
<tr style="{{#if strong}}font-weight:600;font-size:18px{{/if}}"><td style="padding:3px 12px 3px 0">{{label}}</td><td align="right" style="padding:3px 0;white-space:nowrap">{{amount}}</td></tr>
{{/each}}
</table>
{{/if}}
{{#if address}}
<p style="margin:24px 0 0"><span class="muted" style="color:#675e53;font-size:14px">{{address.label}}</span>{{#each address.lines}}<br>{{this}}{{/each}}</p>
{{/if}}
<p style="margin:24px 0"><a class="button" href="{{action.url}}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#14524f;color:#ffffff;font-weight:600;text-decoration:none">{{action.label}}</a></p>
<p class="muted" style="margin:0 0 24px;color:#675e53;font-size:14px">Or open this address:<br><a class="link" href="{{action.url}}" style="color:#14524f;word-break:break-all">{{action.url}}</a></p>
<p class="muted line" style="margin:0;padding-top:16px;border-top:1px solid #e7dfd3;color:#675e53;font-size:14px">{{closing}}{{#if unsubscribe}} <a class="link" href="{{unsubscribe.pageUrl}}" style="color:#14524f;white-space:nowrap">{{unsubscribeLabel}}</a>{{/if}}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`,
);

const UNSUBSCRIBE = 'Get no more mails of this kind';

type Shown = Omit<Letter, 'goods'> & {
  goods: (NonNullable<Letter['goods']>[number] & { hasPictures: boolean })[];
  unsubscribeLabel: string;
};

export const asHtml = (letter: Letter): string =>
  html({
    preheader: letter.paragraphs.find((paragraph) => typeof paragraph === 'string'),
    ...letter,
    goods: (letter.goods ?? []).map((each) => ({
      ...each,
      hasPictures: each.rows.some(({ picture }) => picture !== null),
    })),
    unsubscribeLabel: UNSUBSCRIBE,
  });

export function asText(letter: Letter): string {
  const { paragraphs, goods = [], sums = [], address, action, closing, unsubscribe } = letter;
  const tables = goods.map(({ heading, rows }) =>
    [
      heading,
      ...rows.map(({ name, details, amount }) => `- ${name}${details && ` (${details})`}: ${amount}`),
    ].join('\n'),
  );
  const blocks = [
    ...paragraphs.map((each) => (typeof each === 'string' ? each : asQuote(each))),
    ...tables,
    sums.map(({ label, amount }) => `${label}: ${amount}`).join('\n'),
    address ? [`${address.label}:`, ...address.lines].join('\n') : '',
    `${action.label}:\n${action.url}`,
    closing,
    unsubscribe ? `${UNSUBSCRIBE}:\n${unsubscribe.pageUrl}` : '',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const asQuote = ({ quote }: Quote): string => quote.map((line) => `> ${line}`).join('\n>\n');
