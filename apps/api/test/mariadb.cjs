process.setSourceMapsEnabled(true);
process.env.TEST_DATABASE = 'mariadb';
