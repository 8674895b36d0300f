import { picture, store } from '../catalogue';

const RULING = { Dotted: 0, Lined: 0, Plain: 0 };

export const paperWren = store(
  'PW',
  {
    name: 'Paper Wren',
    vendor: 'beatrixlowe',
    description:
      'A bindery of three people and one guillotine from 1938. Our notebooks lie flat because they are sewn, and they last because the cloth is glued with wheat paste and left alone for two days. We write in all of them ourselves, which is how we know about the paper.',
    address: '18 Wickenden Street, Providence, RI 02903',
    phone: '+1 401 555 0137',
    email: 'bindery@paperwren.example.com',
    shippingFee: '4.00',
    freeShippingOver: '50.00',
    seed: 1107,
  },
  [
    {
      name: 'Saffron cloth notebook',
      category: 'Stationery',
      price: '24.00',
      picture: picture('notebook', 0, 'saffron', 1),
      about:
        'A5, sewn in sixteens, bound in bookcloth the colour of good mustard. The label is left blank for a title you will think of later. 160 pages of 100 g paper that takes a fountain pen without feathering. Lies flat on page one, which is where most notebooks give up.',
      options: { Ruling: RULING },
      stock: [15, 9, 0],
    },
    {
      name: 'Saddle leather journal',
      category: 'Stationery',
      price: '58.00',
      picture: picture('notebook', 1, 'oat', 5),
      about:
        'Vegetable-tanned leather that arrives pale and goes the colour of a saddle within a summer. The block inside is held by an elastic and can be replaced, so the cover is a thing to keep. There is a small gold stamp on the front and nothing else to explain.',
      options: { Ruling: RULING },
    },
    {
      name: 'Orchard printed notebook',
      category: 'Stationery',
      price: '19.00',
      picture: picture('notebook', 2, 'moss', 4),
      about:
        'One long spray of leaves, drawn by Beatrix and printed in two passes on a machine older than her mother. Soft enough to bend into a coat pocket, sewn so that it survives it. 96 pages, lined, in a paper with a little tooth for pencils.',
    },
    {
      name: 'Kraft field book',
      category: 'Stationery',
      price: '14.00',
      picture: picture('notebook', 3, 'oat', 3),
      about:
        'The cheap one, made no less carefully: recycled kraft boards, round corners, a label for place and date. Ninety pages of dotted paper that does not mind a damp tent. We give the same book to school groups and to a botanist who has filled sixty-one.',
      options: { Pack: { Single: 0, 'Pack of three': 22 } },
    },
    {
      name: 'Indigo stitched sketchbook',
      category: 'Stationery',
      price: '32.00',
      picture: picture('notebook', 4, 'indigo', 4),
      about:
        'Open spine, thread on show, pages that turn right over. The paper is 160 g, off-white and slightly rough; it takes ink, gouache and a fair amount of rubbing out. The blue cloth is dyed in Rhode Island and comes off on nothing. 120 pages, 21 by 28 centimetres.',
      stock: [2],
    },
    {
      name: 'Rose clothbound diary',
      category: 'Stationery',
      price: '29.00',
      picture: picture('notebook', 0, 'rose', 6),
      about:
        'A diary without dates, so it cannot tell you off for February. One page a week on the left, an empty one on the right. Two ribbons: one for where you are, one for where you said you would be. Pink cloth, cream paper, and an elastic that holds.',
    },
    {
      name: 'Moonrise card set',
      category: 'Stationery',
      price: '18.00',
      picture: picture('cards', 7, 'indigo', 1),
      about:
        'Six folded cards in three designs, printed on cotton board, with envelopes that seal properly. They are blank inside, for the sort of letter that has no shop-bought words. One customer uses them only for apologies and reports a good rate of success.',
    },
    {
      name: 'Cut-paper thank you cards',
      category: 'Stationery',
      price: '18.00',
      picture: picture('cards', 6, 'rose', 2),
      about:
        'Shapes cut with scissors, scanned, and printed in flat warm inks. The thanks are yours to write. Eight cards, four designs, envelopes to match. The board is heavy enough to stand on a mantelpiece through at least two birthdays.',
      options: { Pack: { 'Set of eight': 0, 'Set of sixteen': 14 } },
    },
    {
      name: 'Herbarium note cards',
      category: 'Stationery',
      price: '20.00',
      picture: picture('cards', 1, 'sage', 3),
      about:
        'Pressed plants redrawn in two greens, with the Latin on the back in small type for the pleased few. Folded, blank inside, in a box that also holds stamps. Printed on paper made from cotton rags; it takes ink beautifully and does not show through.',
      stock: [3],
    },
  ],
);
