import { LIMITS } from '@souk/contracts';
import { fixture } from '../../../test/fixture';
import { parseShopifyCsv } from './shopify-csv';
import { openCsv } from './shopify-csv-file';
import { htmlToText, textToHtml } from './shopify-csv-text';

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe('a real export', () => {
  it.each([
    ['bicycles.csv', { products: 284, rows: 1399, variants: 1121, inactive: 58, categories: 64 }],
    ['jewelry.csv', { products: 19, rows: 30, variants: 24, inactive: 0, categories: 3 }],
  ])('%s is taken whole', async (name, expected) => {
    const { products, rowsTotal } = await parseShopifyCsv(fixture(`shopify/${name}`));
    expect({
      products: products.length,
      rows: rowsTotal,
      variants: sum(products.map(({ variants }) => variants.length)),
      inactive: products.filter(({ isActive }) => !isActive).length,
      categories: new Set(products.map(({ category }) => category)).size,
    }).toEqual(expected);
    for (const { variants, description } of products) {
      expect(Math.min(...variants.map(({ stockQuantity = -1 }) => stockQuantity))).toBeGreaterThanOrEqual(0);
      expect(description).not.toMatch(/<\/?\w|&\w+;/);
    }
  });

  it('names what a vendor should look at, by line', async () => {
    const { problems } = await parseShopifyCsv(fixture('shopify/bicycles.csv'));
    expect(problems[0]?.message).toMatch(
      /: Vendor, Tags, Variant Grams, .*SEO Description, Google Shopping \/ \*\.$/,
    );
    expect(problems.map(({ line, field }) => `${line} ${field}`)).toEqual([
      '1 null',
      '31 Image Src',
      '812 Body (HTML)',
      '861 Body (HTML)',
      '1181 Image Src',
      '1253 Image Src',
      '1492 Image Src',
      '1647 Body (HTML)',
      '1952 Body (HTML)',
      '2133 Variant Requires Shipping',
      '2275 Body (HTML)',
      '2327 Image Src',
      '2353 Body (HTML)',
      '2618 Body (HTML)',
    ]);
  });

  it('tells variants apart by their options', async () => {
    const { products } = await parseShopifyCsv(fixture('shopify/bicycles.csv'));
    const largest = products.find(({ variants }) => variants.length === 69);
    expect(largest?.variants[0]?.options).toEqual({ Color: 'Gloss Black', Size: '47 cm' });
    const plain = products.find(({ handle }) => handle === 'crane-bell');
    expect(plain?.variants).toMatchObject([{ options: {}, price: 2000, stockQuantity: 0 }]);
  });
});

const header = 'Handle,Title,Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price,Image Src';
const csv = (...lines: string[]) => Buffer.from([header, ...lines].join('\n'));

describe('rows that cannot be taken', () => {
  it.each<[string, Buffer, [line: number, field: string | null][], products: number]>([
    ['a missing handle', csv('mug,Mug,,,1,5.00,', ',Bowl,,,1,5.00,'), [[3, 'Handle']], 1],
    ['a handle that is too long', csv(`${'x'.repeat(256)},Mug,,,1,5.00,`), [[2, 'Handle']], 0],
    ['a missing title', csv('mug,,,,1,5.00,'), [[2, 'Title']], 0],
    ['a title that is too long', csv(`mug,${'x'.repeat(121)},,,1,5.00,`), [[2, 'Title']], 1],
    ['a word for a price', csv('mug,Mug,Size,S,1,cheap,', 'mug,,,M,1,5.00,'), [[2, 'Variant Price']], 1],
    ['a price with a comma', csv('mug,Mug,Size,S,1,"1,500",', 'mug,,,M,1,5.00,'), [[2, 'Variant Price']], 1],
    ['a negative price', csv('mug,Mug,Size,S,1,-5.00,', 'mug,,,M,1,5.00,'), [[2, 'Variant Price']], 1],
    ['a price too high', csv('mug,Mug,Size,S,1,1000000.01,', 'mug,,,M,1,5.00,'), [[2, 'Variant Price']], 1],
    ['a price forgotten', csv('mug,Mug,Size,S,1,5.00,', 'mug,,,M,1,,'), [[3, 'Variant Price']], 1],
    ['an empty row of a product', csv('mug,Mug,Size,S,1,5.00,', 'mug,,,,1,,'), [[3, 'Variant Price']], 1],
    ['no price at all', csv('mug,Mug,,,1,,'), [[2, 'Variant Price']], 0],
    ['half a piece', csv('mug,Mug,Size,S,1.5,5.00,', 'mug,,,M,1,5.00,'), [[2, 'Variant Inventory Qty']], 1],
    [
      'too many pieces',
      csv('mug,Mug,Size,S,1000001,5.00,', 'mug,,,M,1,5.00,'),
      [[2, 'Variant Inventory Qty']],
      1,
    ],
    ['the same variant twice', csv('mug,Mug,Size,S,1,5.00,', 'mug,,,S,1,6.00,'), [[3, 'Option1 Value']], 1],
    ['two variants without options', csv('mug,Mug,,,1,5.00,', 'mug,,,,1,6.00,'), [[3, 'Handle']], 1],
    [
      'a variant without its option',
      csv('mug,Mug,Size,S,1,5.00,', 'mug,,,,1,6.00,'),
      [[3, 'Option1 Value']],
      1,
    ],
    [
      'an option that is too long',
      csv(`mug,Mug,Size,${'x'.repeat(101)},1,5.00,`, 'mug,,,M,1,5.00,'),
      [[2, 'Option1 Value']],
      1,
    ],
    ['an option name that is too long', csv(`mug,Mug,${'x'.repeat(41)},S,1,5.00,`), [[2, 'Option1 Name']], 0],
    ['too many cells', csv('mug,Mug,,,1,5.00,,more', 'bowl,Bowl,,,1,5.00,,,'), [[2, null]], 1],
    [
      'a quotation mark left open',
      csv('mug,Mug,,,1,5.00,', 'bowl,"Bowl,,,1,5.00,', 'cup,Cup,,,1,5.00,'),
      [[3, null]],
      1,
    ],
  ])('%s', async (_, bytes, expected, products) => {
    const catalogue = await parseShopifyCsv(bytes);
    expect(catalogue.problems.map(({ line, field }) => [line, field])).toEqual(expected);
    expect(catalogue.products).toHaveLength(products);
    for (const { message } of catalogue.problems) expect(message).toMatch(/^[A-Z"].+\.$/);
  });

  it('are named by the line they start at, whatever the line ends and breaks within cells', async () => {
    const lines = [
      'mug,"Mug\nof clay",,,1,5.00,',
      '',
      'bowl,Bowl,,,1,"x\n\ny",',
      ',,,,,,',
      'cup,Cup,,,1,free,',
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      const bytes = Buffer.from(
        `\ufeff${csv(...lines, '')
          .toString()
          .replaceAll('\n', end)}`,
      );
      const { problems } = await parseShopifyCsv(bytes);
      expect([...new Set(problems.map(({ line }) => line))]).toEqual([5, 9]);
    }
  });

  it('stop at the highest number of variants and pictures', async () => {
    const many = Array.from(
      { length: LIMITS.variants.max + 3 },
      (_, index) =>
        `mug,${index ? '' : 'Mug,Size'}${index ? ',' : ''},${index},1,5.00,https://example.com/${index}.jpg`,
    );
    const { products, problems } = await parseShopifyCsv(csv(...many));
    expect(products[0]?.variants).toHaveLength(LIMITS.variants.max);
    expect(products[0]?.pictures).toHaveLength(LIMITS.images.max);
    expect(problems).toEqual([
      { line: 14, field: 'Image Src', message: expect.stringContaining('240 more') },
      { line: 252, field: 'Handle', message: expect.stringContaining('3 rows') },
    ]);
  });

  it('stop at the highest number of rows', async () => {
    const { rows } = LIMITS.importFile;
    const lines = Array.from({ length: rows + 3 }, (_, index) => `,${index},,,1,5.00,`);
    const { problems, rowsTotal } = await parseShopifyCsv(csv(...lines));
    expect(rowsTotal).toBe(rows);
    expect(problems).toHaveLength(rows + 1);
    expect(problems.at(-1)).toMatchObject({
      line: rows + 2,
      message: expect.stringContaining('split the file'),
    });
  });

  it('leave the variant alone that they are about', async () => {
    const { products } = await parseShopifyCsv(csv('mug,Mug,Size,S,1,oops,', 'mug,,,M,1,5.00,'));
    expect(products[0]).toMatchObject({ leftOut: [{ Size: 'S' }], variants: [{ options: { Size: 'M' } }] });
  });
});

describe('columns that are not taken', () => {
  const problemsOf = async (...lines: string[]) => {
    const { problems, products } = await parseShopifyCsv(Buffer.from(lines.join('\n')));
    expect(products).toHaveLength(lines.length - 1);
    for (const { line } of problems) expect(line).toBe(1);
    return problems.map(({ field, message }) => [field, message]);
  };

  it('are no secret: unknown ones are named, each once', async () => {
    const header = `Handle,Title,Variant Price,Colour of box,,${'x'.repeat(200)},Colour of box`;
    expect(await problemsOf(header, 'mug,Mug,5,red,', 'bowl,Bowl,5,blue,')).toEqual(
      ['Colour of box', 'x'.repeat(100)].map((field) => [field, expect.stringContaining('passed over')]),
    );
  });

  it("are summed up where they are Shopify's and hold what would be lost", async () => {
    const header =
      'Handle,Title,Variant Price,Vendor,Variant Inventory Policy,Product Category,Fabric (product.metafields.shopify.fabric),Tags,Variant Taxable';
    expect(
      await problemsOf(header, 'mug,Mug,5,Ada,deny,,,,true', 'bowl,Bowl,5,,DENY,Homeware,Wool,,'),
    ).toEqual([
      [
        null,
        expect.stringMatching(
          /: Vendor, Product Category, Fabric \(product\.metafields\.shopify\.fabric\)\.$/,
        ),
      ],
    ]);
    expect(await problemsOf(header, 'mug,Mug,5,,deny,,,,true')).toEqual([]);
    expect(await problemsOf(header, 'mug,Mug,5,,continue,,,,')).toEqual([
      [null, expect.stringContaining(': Variant Inventory Policy.')],
    ]);
  });

  it('are named where two mean the same, or one has no name but cells', async () => {
    const header = 'Handle,Title,Variant Price,title,Price,,';
    expect(await problemsOf(header, 'mug,Mug,5,Cup,6,loose,')).toEqual([
      ['title', expect.stringContaining('Column 4 means the same as "Title"')],
      ['Price', expect.stringContaining('Column 5 means the same as "Variant Price"')],
      [null, expect.stringContaining('Column 6 has no name')],
    ]);
  });
});

describe('files as others write them', () => {
  const expected = [
    {
      handle: 'mug',
      name: 'Müg 🍵',
      description: 'Of “clay”',
      category: 'Mugs',
      isActive: false,
      digital: false,
      pictures: [{ url: 'https://cdn.example/1.png', alt: 'Blue' }],
      variants: [
        { options: { Size: 'S' }, price: 1999, compareAtPrice: 2500, sku: 'M-S', stockQuantity: 4 },
        { options: { Size: 'L' }, price: 2100, compareAtPrice: null, sku: 'M-L', stockQuantity: 0 },
      ],
    },
  ];
  const newer = [
    'Title,URL handle,Description,Type,Published on online store,Status,SKU,Option1 name,Option1 value,Price,Compare-at price,Inventory quantity,Continue selling when out of stock,Requires shipping,Product image URL,Image position,Image alt text',
    'Müg 🍵,mug,<p>Of “clay”</p>,Mugs,true,Draft,M-S,Size,S,"19,99",25.00,4,DENY,true,https://cdn.example/1.png,1,Blue',
    ',mug,,,,,M-L,,L,21.00,,0,DENY,true,,,',
    '',
  ].join('\n');
  const withDelimiter = (delimiter: string) =>
    newer.replaceAll('"19,99"', '19;99').replaceAll(',', delimiter).replace('19;99', '19,99');

  it.each<[string, Buffer]>([
    ['in the newer names of columns', Buffer.from(newer)],
    ['with a byte order mark', Buffer.from(`\ufeff${newer}`)],
    ['with the line ends of Windows', Buffer.from(newer.replaceAll('\n', '\r\n'))],
    ['with those of an old Macintosh', Buffer.from(newer.replaceAll('\n', '\r'))],
    ['between semicolons', Buffer.from(withDelimiter(';'))],
    ['between tabs', Buffer.from(withDelimiter('\t'))],
    ['in UTF-16, little end first', Buffer.from(`\ufeff${withDelimiter('\t')}`, 'utf16le')],
    ['in UTF-16, big end first', Buffer.from(`\ufeff${newer}`, 'utf16le').swap16()],
  ])('%s are read all the same', async (_, bytes) => {
    const { products, problems } = await parseShopifyCsv(bytes);
    expect(problems).toEqual([]);
    expect(products).toMatchObject(expected);
  });

  it('have their problems told in their own words', async () => {
    const { problems } = await parseShopifyCsv(Buffer.from(newer.replace('21.00', 'free')));
    expect(problems).toMatchObject([{ line: 3, field: 'Price' }]);
  });
});

describe('files that are something else', () => {
  it.each<[string, Buffer | string, RegExp]>([
    ['blank lines', ' \n\n', /header/],
    ['a header alone', `${header}\n`, /no products/],
    ['another table', 'Name,Price\nMug,5.00', /Handle and Title/],
    ['half of what is needed, between semicolons', 'Handle;Price\nmug;5', /lacks the column Title/],
    ['UTF-16 that breaks off', Buffer.from(`\ufeff${header}\n`, 'utf16le').subarray(0, -1), /breaks off/],
    ['UTF-16 without its mark', Buffer.from(`${header}\n`, 'utf16le'), /not a text file.*"CSV UTF-8"/],
    ['Windows-1252', Buffer.from('Handle,Title\ncafé,Café', 'latin1'), /not in UTF-8.*"CSV UTF-8"/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /not a text file/],
    ['a workbook', Buffer.from('PK\x03\x04rest'), /XLSX.*save it as "CSV UTF-8"/],
    ['a workbook of an older Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /XLS\)/],
    ['a PDF', '%PDF-1.7\n', /PDF/],
    ['something compressed', Buffer.from('1f8b0800', 'hex'), /unpack/],
    ['JSON', '{"products": []}', /lacks the column Handle and Title/],
    ['a web page', '<!DOCTYPE html><title>Shop</title>', /lacks the column Handle and Title/],
    ['a quotation mark left open in the header', '"Handle,Title\nmug,Mug', /header/],
  ])('%s', (_, content, reason) => {
    expect(() => openCsv(Buffer.from(content))).toThrow(reason);
  });
});

describe('descriptions', () => {
  it('become plain text', () => {
    expect(
      htmlToText(
        '<h2>Facts</h2><p>Safe &amp; sound,<br>see <a href="javascript:x()">here</a><img src=x onerror=x></p>' +
          '<ul><li>One</li><li>Two</li></ul><script>alert(1)</script><style>p{}</style>' +
          '<table><tr><th>Weight</th><td>334&nbsp;g</td></tr></table>',
      ),
    ).toBe('Facts\n\nSafe & sound,\nsee here\n\n• One\n• Two\n\nWeight: 334 g');
  });

  it('bear hostile nesting, of elements and of tables', () => {
    for (const hostile of ['<div>', '<table><tr><td>', '<ul><li>']) {
      expect(htmlToText(hostile.repeat(20_000)).length).toBeLessThan(1000);
    }
  });

  it.each([
    'One.\n\nTwo,\nthree.',
    '• a\n• b',
    'a  b\n\n\n\nc \n d\te',
    '<b>x</b> & &amp; &nbsp;',
    'pre\u00a0x\r\ny',
    '  x',
    '<pre data-exact>x</pre>',
  ])('%j survives export and import', (text) => {
    expect(htmlToText(textToHtml(text))).toBe(text);
  });
});
