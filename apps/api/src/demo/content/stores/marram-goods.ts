import { picture, store } from '../catalogue';

export const marramGoods = store(
  'MG',
  {
    name: 'Marram Goods',
    vendor: 'callummacrae',
    description:
      'Bags for people who carry things: bread, laptops, wet towels, other bags. Callum cut sails before he cut canvas, and it shows in the seams. Handles are bar-tacked, corners are doubled, and if a strap ever goes we sew it back on and post it home.',
    address: '61 Lower Water Street, Halifax, NS B3J 1S5',
    phone: '+1 902 555 0155',
    email: 'bench@marramgoods.example.com',
    shippingFee: '6.50',
    freeShippingOver: '100.00',
    seed: 8902,
  },
  [
    {
      name: 'Harbour linen tote',
      category: 'Bags',
      price: '48.00',
      picture: picture('tote', 0, 'harbour', 1),
      about:
        'A plain blue bag in a heavy linen canvas that gets better with rain. Handles are long enough for the shoulder over a winter coat, and there is one pocket inside for keys and one for the thing you always lose. Folds to the size of a paperback.',
      options: { Size: { Market: 0, Weekender: 22 } },
      stock: [17, 2],
    },
    {
      name: 'Breton stripe market bag',
      category: 'Bags',
      price: '44.00',
      picture: picture('tote', 2, 'indigo', 2),
      about:
        'Blue bands on unbleached canvas, woven in rather than printed, so they will not crack. It stands up by itself on a counter while you unpack. Two baguettes fit upright, one fits lying down with the groceries on top, which is not the right way round.',
    },
    {
      name: 'Two-tone dipped carryall',
      category: 'Bags',
      price: '52.00',
      picture: picture('tote', 1, 'ember', 3),
      about:
        'The bottom third is dyed in madder and waxed, so it can be put down on a wet quay. The upper part is natural canvas and takes stains like a diary. Handles in the dipped colour, sewn through to the base with the same stitch that holds a jib together.',
    },
    {
      name: 'Saddle-handled day bag',
      category: 'Bags',
      price: '96.00',
      picture: picture('tote', 4, 'sage', 1),
      about:
        'Canvas below, bridle leather above. The handles are stitched by hand with waxed thread and burnished at the edge; they start stiff and end as yours. There is a sleeve for a 14-inch laptop and a brass hook for keys. Looks smart enough for a meeting and does not mind the beach.',
      stock: [3],
    },
    {
      name: 'Sunday sun tote',
      category: 'Bags',
      price: '38.00',
      picture: picture('tote', 3, 'saffron', 9),
      about:
        'One large sun, printed by hand in the yard, so each is a little early or late. Medium-weight cotton, soft from the first day. It has carried library books, a small dog and, once, a wedding cake in three layers, upright, on a bus.',
    },
    {
      name: 'Pressed leaf tote',
      category: 'Bags',
      price: '40.00',
      picture: picture('tote', 5, 'moss', 2),
      about:
        'A botanical print in two greens on undyed canvas, from a drawing that a friend made of the hedge outside our door. Water-based ink, heat-set, safe in the machine at thirty degrees. Inside there is a loop to hang it up by, because floors are for feet.',
    },
    {
      name: 'Charcoal commuter tote',
      category: 'Bags',
      price: '110.00',
      picture: picture('tote', 4, 'char', 6),
      about:
        'The dark one, for bicycles and trains. Waxed canvas keeps out an honest shower, the leather handles sit flat on the shoulder, and the base is stiffened so that it does not slump in the aisle. Two outside pockets: one for the ticket, one for the coffee you should not have brought.',
      options: { Strap: { Handles: 0, 'Handles and shoulder strap': 24 } },
      stock: [8, 0],
    },
    {
      name: 'Fisherman’s wool scarf',
      category: 'Textiles',
      price: '74.00',
      picture: picture('scarf', 5, 'indigo', 8),
      about:
        'Herringbone in two blues from a mill on the island, woven tight enough that wind has to ask. It is longer than fashion and shorter than a sail. Slightly oily to the touch at first, which is the lanolin; it keeps off drizzle and fades with the first wash.',
    },
    {
      name: 'Gorse check blanket scarf',
      category: 'Textiles',
      price: '82.00',
      picture: picture('scarf', 4, 'saffron', 1),
      about:
        'Wide enough to be a shawl, a picnic rug or a curtain on a sunny train. Yellow and cream squares in brushed lambswool, like a hillside in May. The fringe is rolled by hand. One size, since it is really a blanket that learned to travel.',
      stock: [1],
    },
  ],
);
