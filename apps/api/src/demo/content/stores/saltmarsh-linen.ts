import { picture, store } from '../catalogue';

export const saltmarshLinen = store(
  'SL',
  {
    name: 'Saltmarsh Linen',
    vendor: 'orlafinch',
    description:
      'A weaving room of four looms above a chandlery, with the tide twice a day for a clock. We buy flax that is retted in the field and weave it slowly enough to see mistakes. Throws, cushions and scarves are washed in soft water before they reach you, so what you feel is what you keep.',
    address: '3 Chandler Wharf, Portland, ME 04101',
    phone: '+1 207 555 0133',
    email: 'looms@saltmarshlinen.example.com',
    shippingFee: '6.00',
    freeShippingOver: '120.00',
    seed: 2107,
  },
  [
    {
      name: 'Tideline plaid throw',
      category: 'Textiles',
      price: '148.00',
      picture: picture('throw', 2, 'harbour', 1),
      about:
        'Blue and grey squares with a thin amber line, like the mark the sea leaves on a wall. Woven from linen with a third of lambswool, it is light enough for summer evenings and warm enough for the months after. Hemmed by hand. Wash cool and dry it flat, once or twice a year.',
      options: { Size: { '130 × 170 cm': 0, '150 × 200 cm': 36 } },
      stock: [8, 3],
    },
    {
      name: 'Oatfield herringbone throw',
      category: 'Textiles',
      price: '156.00',
      picture: picture('throw', 5, 'oat', 2),
      about:
        'The quiet one: a small herringbone in two undyed tones that goes with every sofa we have met. The yarn is spun a little thick, so the weave stands up from the cloth and you can feel the zigzag with your eyes shut. Fringes are twisted in pairs and will not unravel.',
    },
    {
      name: 'Ember band throw',
      category: 'Textiles',
      price: '139.00',
      picture: picture('throw', 3, 'ember', 4),
      about:
        'Broad bands of cream across a madder red, woven as one length without a join. We made the first for a friend’s camper van and it has since been to nine countries. It softens with every wash and forgives campfire smoke, dogs and picnics on damp grass.',
    },
    {
      name: 'Marsh check cushion',
      category: 'Textiles',
      price: '58.00',
      picture: picture('cushion', 4, 'sage', 1),
      about:
        'A sage gingham in washed linen with a hidden zip and a plain back. The cover comes off in ten seconds, which matters if you eat toast on the sofa. Filled with duck feather from a mill that can tell you which farm; the cover alone is there for those who have a filling.',
      options: { Size: { '45 cm': 0, '55 cm': 14 }, Filling: { 'Cover only': 0, Feather: 18 } },
    },
    {
      name: 'Indigo ticking cushion',
      category: 'Textiles',
      price: '54.00',
      picture: picture('cushion', 1, 'indigo', 2),
      about:
        'Old mattress ticking had the best stripes, so we borrowed them. Two blues on a heavy linen twill, edged with dark piping that keeps its shape after years of being leaned on. The dye is fixed twice; it will not travel onto a pale sofa, and we have a white cat to prove it.',
    },
    {
      name: 'Saffron fold cushion',
      category: 'Textiles',
      price: '49.00',
      picture: picture('cushion', 0, 'saffron', 3),
      about:
        'One colour, no pattern, and a cloth good enough not to need one. The yellow comes from weld grown for us on an acre inland; it shifts a little with the weather of its year. A small rectangle is available for the middle of the row, where a square would be too much.',
      stock: [5],
    },
    {
      name: 'Estuary stripe scarf',
      category: 'Textiles',
      price: '72.00',
      picture: picture('scarf', 1, 'harbour', 5),
      about:
        'Long enough to go twice round and still hang. The stripes run lengthwise, so they fall into folds rather than bands, and the fringe is knotted, not cut. Linen and merino in equal parts: cool when the sun comes out, warm on the ferry back.',
    },
    {
      name: 'Rose madder scarf',
      category: 'Textiles',
      price: '68.00',
      picture: picture('scarf', 0, 'rose', 2),
      about:
        'A plain weave in the soft pink that madder gives on its third dip. It looks like almost nothing on the hanger and like a very good idea next to a face. Weighs as much as two letters. Comes in a cotton bag that is the right size for a paperback.',
      stock: [1],
    },
    {
      name: 'Heather plaid scarf',
      category: 'Textiles',
      price: '79.00',
      picture: picture('scarf', 2, 'char', 3),
      about:
        'Charcoal and stone in a generous plaid with one thread of amber, put there because grey deserves it. Woven from lambswool, brushed once, so it is soft without shedding on your coat. The check is balanced to meet where the scarf is folded in half.',
    },
    {
      name: 'Washed linen tea towels',
      category: 'Kitchen',
      price: '36.00',
      picture: picture('throw', 1, 'ember', 7),
      about:
        'Two towels that dry a whole dinner for six without giving up. The red stripe marks the one for glasses; nobody will follow this rule. Linen takes more water than cotton and lets go of it faster, which is the entire secret. They get better for about ten years.',
      options: { Stripe: { Red: 0, Blue: 0 } },
      stock: [22, 0],
    },
  ],
);
