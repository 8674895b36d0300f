import { picture, store } from '../catalogue';

const FORMAT = { EPUB: 0, PDF: 0, 'EPUB and PDF': 3 };

export const theQuietShelf = store(
  'QS',
  {
    name: 'The Quiet Shelf',
    vendor: 'anselmprice',
    description:
      'Small useful books that nobody asked a publisher for. Anselm edits, his neighbour draws, and the authors are people who do the thing they write about. No tracking, no locks: you buy a file and it is yours, on every device and for your children too.',
    address: '901 Williamson Street, Madison, WI 53703',
    phone: '+1 608 555 0193',
    email: 'desk@quietshelf.example.com',
    shippingFee: '0.00',
    freeShippingOver: null,
    seed: 5508,
  },
  [
    {
      name: 'Slow Bread: twelve loaves and why they work',
      category: 'Books & Guides',
      price: '12.00',
      picture: picture('ebook', 3, 'ember', 1),
      digital: true,
      about:
        'A baker of twenty years explains twelve loaves in the order you should learn them. Each chapter is one bread, one idea and one thing that will go wrong. There are weights in grams, times in windows rather than minutes, and a long, comforting section about flat loaves. 184 pages.',
      options: { Format: FORMAT },
    },
    {
      name: 'The Small Pond Book',
      category: 'Books & Guides',
      price: '10.00',
      picture: picture('ebook', 4, 'harbour', 2),
      digital: true,
      about:
        'How to dig a hole, fill it with water, and then do almost nothing. From washtubs to proper ponds, with planting lists for sun and shade and an honest chapter on mosquitoes. You will have frogs by the second spring or may write to the author, who will be delighted. 96 pages.',
      options: { Format: FORMAT },
    },
    {
      name: 'Walking Home: forty routes without a car',
      category: 'Books & Guides',
      price: '11.00',
      picture: picture('ebook', 0, 'sage', 3),
      digital: true,
      about:
        'Forty walks in the upper Midwest that begin and end at a bus stop or a station. Maps are hand-drawn and tested by people with no sense of direction; GPX files come along for the rest. Benches, water, and where to get pie are marked in the margin. 210 pages.',
      options: { Format: { 'EPUB and GPX': 0, 'PDF and GPX': 0 } },
    },
    {
      name: 'Mending, in order of difficulty',
      category: 'Books & Guides',
      price: '12.00',
      picture: picture('ebook', 5, 'rose', 4),
      digital: true,
      about:
        'Starts with a button and ends with reweaving a moth hole in a good suit. Every repair has drawings for right and left hands, a list of what you need, and a frank word about whether it is worth it. Visible and invisible methods, without taking sides. 148 pages.',
      options: { Format: FORMAT },
    },
    {
      name: 'Stars for People with Streetlights',
      category: 'Books & Guides',
      price: '9.00',
      picture: picture('ebook', 7, 'indigo', 5),
      digital: true,
      about:
        'The sky that can still be seen from a town, month by month: about thirty stars, five planets, the Moon. You need no telescope, and there is one chapter for people who bought one anyway. Dark pages for reading outdoors are included. 120 pages, EPUB and PDF.',
    },
    {
      name: 'A Beginner’s Hive',
      category: 'Books & Guides',
      price: '13.00',
      picture: picture('ebook', 9, 'saffron', 6),
      digital: true,
      about:
        'The first two years of keeping bees, told week by week by someone who kept the diary. What to buy second-hand and what never to; when to look and when to leave them be. It includes the year the author lost both colonies, and what she did differently. 172 pages.',
      options: { Format: FORMAT },
    },
  ],
);
