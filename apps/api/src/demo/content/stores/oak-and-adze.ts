import { picture, store } from '../catalogue';

export const oakAndAdze = store(
  'OA',
  {
    name: 'Oak & Adze',
    vendor: 'tomaslindqvist',
    description:
      'Two brothers, one workshop and a hundred acres of wood lot that our grandfather was wise enough not to sell. We make chairs, stools and boards from trees we can show you the stumps of. Joints are cut to be taken apart and mended in a hundred years; the finish is oil, and the offcuts heat the shop.',
    address: '88 Sawmill Road, Burlington, VT 05401',
    phone: '+1 802 555 0188',
    email: 'shop@oakandadze.example.com',
    shippingFee: '18.00',
    freeShippingOver: '400.00',
    seed: 3401,
  },
  [
    {
      name: 'Windrow spindle chair',
      category: 'Furniture',
      price: '420.00',
      picture: picture('chair', 0, 'oat', 1),
      about:
        'Seven spindles, a bow steamed from one length of ash, and a seat carved deep enough that you forget it is wood. The legs are wedged through the seat, as they have been for three hundred years, because nobody has found anything better. Comfortable for a long dinner and the argument after it.',
      options: { Finish: { 'Natural oil': 0, 'Black wax': 25 } },
      stock: [6, 3],
    },
    {
      name: 'Sage painted spindle chair',
      category: 'Furniture',
      price: '445.00',
      picture: picture('chair', 0, 'sage', 4),
      about:
        'Our spindle chair under three coats of milk paint, rubbed back at the edges where hands will rub it anyway. The green is chalky and quiet and looks best beside bare wood. Paint is sealed with oil, so a wet cloth is all it needs. Made to order in about three weeks.',
      stock: [2],
    },
    {
      name: 'Ladderback with cord seat',
      category: 'Furniture',
      price: '390.00',
      picture: picture('chair', 1, 'char', 2),
      about:
        'An ebonised frame and a seat of Danish paper cord: one hundred and twenty metres, woven in an afternoon if the radio is good. The slats are bent to the back rather than the other way round. Cord wears like a shoe sole and can be rewoven; we will show you how, or do it.',
    },
    {
      name: 'Orchard side chair',
      category: 'Furniture',
      price: '365.00',
      picture: picture('chair', 3, 'ember', 1),
      about:
        'Cherry from two old trees that came down in the same storm. It is pink when it leaves us and a deep red-brown by the second winter; leave the lid of a book on it and you will see why. Two wide slats, a shaped seat, and feet levelled to your floor if you ask.',
    },
    {
      name: 'Harbour padded dining chair',
      category: 'Furniture',
      price: '480.00',
      picture: picture('chair', 2, 'harbour', 3),
      about:
        'For people who stay at the table. The seat and the curved back are upholstered in wool felt over webbing and horsehair, no foam anywhere, on a frame painted to match. The covers are tacked, not glued, so the day you want another colour it is an hour’s work for any upholsterer.',
      stock: [4],
    },
    {
      name: 'Three-leg milking stool',
      category: 'Furniture',
      price: '145.00',
      picture: picture('stool', 2, 'saffron', 2),
      about:
        'Three legs never wobble, which is why cows preferred it. The seat is padded in wool; the legs splay far enough that a child can stand on it to reach the jam. It works as a bedside table, a plant stand and the extra seat when someone brings their sister.',
    },
    {
      name: 'Walnut counter stool',
      category: 'Furniture',
      price: '310.00',
      picture: picture('stool', 1, 'indigo', 1),
      about:
        'Counter height with a woven cord seat and a rail in the right place for your feet. Walnut from a river bank two towns over, oiled four times. Light enough to lift with one hand and solid enough to lean back on, though we are obliged to ask you not to.',
      options: { Height: { '65 cm': 0, '75 cm': 20 } },
      stock: [5, 0],
    },
    {
      name: 'Birch hall bench',
      category: 'Furniture',
      price: '340.00',
      picture: picture('stool', 3, 'chalk', 3),
      about:
        'A narrow bench for the place where shoes come off. Ninety-two centimetres long, wide enough for one adult or two children and a school bag. The top is a single plank of birch with the natural curve left in the underside, where your hand finds it when you carry it.',
    },
    {
      name: 'Sycamore round stool',
      category: 'Furniture',
      price: '160.00',
      picture: picture('stool', 0, 'oat', 5),
      about:
        'A turned seat with a shallow dish and four tapered legs, made from the light wood that violins are backed with. It stacks when you take the legs off, which you can: they are held by tapers and go back with a tap. A good first piece of furniture for a first flat.',
    },
    {
      name: 'Long-handled olive board',
      category: 'Kitchen',
      price: '78.00',
      picture: picture('board', 0, 'saffron', 2),
      about:
        'Olive wood has the wildest grain we are allowed to sell, and no two boards could be mistaken for each other. This one has a handle to hang it by and a face big enough for a loaf. Rub it with oil when it looks thirsty; never leave it in the sink overnight.',
      options: { Length: { '40 cm': 0, '55 cm': 24 } },
    },
    {
      name: 'Walnut round serving board',
      category: 'Kitchen',
      price: '84.00',
      picture: picture('board', 1, 'indigo', 3),
      about:
        'Round, dark and heavy enough to stay put while you slice. It starts life as a cheese board and ends up doing everything, so we leave both faces flat and finish them alike. The edge has a chamfer underneath for your fingers. Food-safe oil, nothing else.',
    },
    {
      name: 'Cherry bread board',
      category: 'Kitchen',
      price: '64.00',
      picture: picture('board', 3, 'ember', 5),
      about:
        'Wide enough for a country loaf and thick enough to outlive your toaster. The corners are round, the grain runs long, and there are four small dimples underneath that let air through when it dries. Cherry darkens with light; move the fruit bowl now and then.',
      stock: [13],
    },
    {
      name: 'Turned walnut bowl',
      category: 'Kitchen',
      price: '96.00',
      picture: picture('bowl', 4, 'indigo', 4),
      about:
        'Turned green and left to dry for half a year, so it is very slightly oval, like everything that was once alive. Big enough for salad for four. The oil is hard-wearing and safe for vinegar; wash it by hand, dry it, and it will still be around to be argued over.',
      stock: [3],
    },
  ],
);
