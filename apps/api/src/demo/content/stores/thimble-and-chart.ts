import { picture, store } from '../catalogue';

export const thimbleAndChart = store(
  'TC',
  {
    name: 'Thimble & Chart',
    vendor: 'wilmakessler',
    description:
      'Sewing patterns by a woman who taught home economics for thirty years and never once raised her voice. Sizes are drafted, not stretched, and the instructions say what to do when it goes wrong. There are a few cushions too, made from the cloth that was too nice to cut.',
    address: '46 North Queen Street, Lancaster, PA 17603',
    phone: '+1 717 555 0147',
    email: 'patterns@thimbleandchart.example.com',
    shippingFee: '5.50',
    freeShippingOver: null,
    seed: 4406,
  },
  [
    {
      name: 'Orchard waistcoat pattern',
      category: 'Digital downloads',
      price: '14.00',
      picture: picture('pattern', 0, 'sage', 1),
      digital: true,
      about:
        'A lined waistcoat with two welt pockets and a back that can be pulled in. Drafted in fourteen sizes with separate pieces for full busts. You get tiled sheets for A4 and Letter, one large sheet for the copy shop, and 28 pages of instructions with a photograph at every step that matters.',
      options: { Format: { 'Print at home': 0, 'Print at home and projector': 3 } },
    },
    {
      name: 'Market day pinafore pattern',
      category: 'Digital downloads',
      price: '13.00',
      picture: picture('pattern', 1, 'rose', 2),
      digital: true,
      about:
        'Crossed straps, no buttons, pockets that hold a phone and a handful of clothes pegs. It goes together in an afternoon and is the pattern Wilma gives to people who say they cannot sew. Sizes 6 to 30. Takes two and a half metres of anything that holds a crease.',
    },
    {
      name: 'Child’s smock pattern, 2–8 years',
      category: 'Digital downloads',
      price: '11.00',
      picture: picture('pattern', 2, 'saffron', 3),
      digital: true,
      about:
        'Room to climb in, with a yoke, gathered front and sleeves that roll. Each size has a line to let down the hem by, because they will not stop. The layers switch on and off, so you print only the size you need. Beginners manage it; grandmothers finish it in a day.',
    },
    {
      name: 'Fisherman’s vest pattern',
      category: 'Digital downloads',
      price: '14.00',
      picture: picture('pattern', 0, 'harbour', 4),
      digital: true,
      about:
        'A boxy sleeveless jacket with bound edges, meant for heavy linen or an old blanket. It has three pockets and one secret. Instructions for quilting your own cloth are included, and for stopping before it gets out of hand. Ten sizes, A4, Letter and A0.',
    },
    {
      name: 'Cut-shape art cushion',
      category: 'Textiles',
      price: '62.00',
      picture: picture('cushion', 9, 'ember', 1),
      about:
        'Appliqué shapes in rust and dark brown on heavy cotton, each turned under and sewn by hand, which takes an evening and most of a radio play. Zip at the back, filled with wool from the valley. No two alike: Wilma cuts by eye and refuses to use a template.',
      stock: [2],
    },
    {
      name: 'Herringbone reading cushion',
      category: 'Textiles',
      price: '55.00',
      picture: picture('cushion', 5, 'moss', 4),
      about:
        'Firm enough to hold a book on your lap and soft enough for the ear that follows. Made from an end of suiting in two greens, with piping cut on the bias. The cover unzips and can be washed; the wool inside only needs an hour of sun now and then.',
      options: { Size: { '45 cm': 0, '60 × 40 cm': 6 } },
      stock: [9, 3],
    },
  ],
);
