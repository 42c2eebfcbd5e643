"""What is known beforehand, from `sources/gazetteers/`: countries, offices and their holders, systems, organisations."""
