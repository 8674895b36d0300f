import { picture, store } from '../catalogue';

const PACKS = { 'One bar': 0, 'Three bars': 15 };

export const lyeAndLather = store(
  'LL',
  {
    name: 'Lye & Lather',
    vendor: 'palomaortega',
    description:
      'Soap made the slow way and cured for six weeks on cedar racks, in an adobe that was once a bakery. We use olive oil, tallow-free butters and whatever grows on the mesa. No palm oil, no plastic; the wrapper is paper with seeds in it, and yes, they come up.',
    address: '730 Canyon Road, Santa Fe, NM 87501',
    phone: '+1 505 555 0161',
    email: 'wash@lyeandlather.example.com',
    shippingFee: '4.90',
    freeShippingOver: '45.00',
    seed: 9003,
  },
  [
    {
      name: 'Desert rose marbled soap',
      category: 'Bath & Soap',
      price: '9.00',
      picture: picture('soap', 1, 'rose', 1),
      about:
        'Pink clay folded through a white olive base just before it sets, so every bar has its own weather. Smells of geranium with a peppery edge. Makes a creamy rather than a bubbly lather and leaves skin soft, not squeaky. Keep it on a dish that drains.',
      options: { Pack: PACKS },
    },
    {
      name: 'Juniper & salt bar',
      category: 'Bath & Soap',
      price: '8.50',
      picture: picture('soap', 3, 'sage', 2),
      about:
        'Crushed juniper and a pinch of lake salt in a green clay bar for gardeners, potters and anyone who mends bicycles. The flecks scrub without scratching. The scent is cold and resinous and gone in ten minutes, so it will not argue with whatever else you wear.',
      options: { Pack: PACKS },
      stock: [26, 3],
    },
    {
      name: 'Honey oat layered soap',
      category: 'Bath & Soap',
      price: '9.50',
      picture: picture('soap', 2, 'saffron', 3),
      about:
        'Two layers, one with honey and turmeric, the other with finely ground oats. Mild enough for faces and small children; our own two have been the test department for years. There is no added scent; what you notice is the honey, faintly, in warm water.',
      options: { Pack: PACKS },
    },
    {
      name: 'Plain olive castile',
      category: 'Bath & Soap',
      price: '7.50',
      picture: picture('soap', 0, 'oat', 4),
      about:
        'Olive oil, water, lye, a year of patience. That is the whole recipe. Castile soap is dull when new and silky after twelve months on the rack, so we only sell it old. Hard as a stone and lasts nearly as long. For sensitive skin, wool jumpers and paintbrushes.',
      options: { Pack: PACKS },
    },
    {
      name: 'Indigo swirl shaving soap',
      category: 'Bath & Soap',
      price: '12.00',
      picture: picture('soap', 1, 'indigo', 5),
      about:
        'Bentonite for slip, coconut for lather and a swirl of indigo for the look of it. It builds with a brush in under a minute and stays put on the face. Cedarwood and black pepper, kept low. The bar fits the old mug that you were going to use anyway.',
      stock: [2, 9],
    },
    {
      name: 'Charcoal pumice bar',
      category: 'Bath & Soap',
      price: '8.50',
      picture: picture('soap', 0, 'char', 4),
      about:
        'For hands that have been under a car. Ground pumice and charcoal in a tough little bar that takes off oil, ink and beetroot, then lets you get on with supper. Rinse the sink afterwards, as it lathers grey. Scented with orange, which is also what cuts the grease.',
    },
    {
      name: 'Mesa rosemary bath oil',
      category: 'Bath & Soap',
      price: '26.00',
      picture: picture('diffuser', 3, 'moss', 1),
      about:
        'Sweet almond and jojoba with rosemary from the hill behind the shop, in a dropper bottle. Ten drops in a bath, three for dry elbows, one rubbed between the palms before a long drive. It leaves no film on the tub. Keep the bottle out of the sun.',
      options: { Size: { '50 ml': 0, '100 ml': 18 } },
    },
    {
      name: 'Calendula face oil',
      category: 'Bath & Soap',
      price: '32.00',
      picture: picture('diffuser', 3, 'ember', 2),
      about:
        'Petals steeped in jojoba for forty days on a south-facing shelf, strained twice and nothing added. It is for skin that has seen wind. Two drops on a damp face in the evening are enough; a bottle lasts about three months. May lend a pillowcase a very slight glow.',
      stock: [0],
    },
    {
      name: 'Harbour layered guest soaps',
      category: 'Bath & Soap',
      price: '18.00',
      picture: picture('soap', 2, 'harbour', 7),
      about:
        'A box of four small bars in sea colours, poured in two layers and cut by wire. Lightly scented with seaweed and lemon. They are meant for visitors, and good for travelling: one bar is about two weeks of hands. The box is card and goes with the paper.',
    },
  ],
);
