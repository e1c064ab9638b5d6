-- Who was asked as an expert about the version under review (加签), and who of them has not answered: to him it is a to-do.
alter table read.evaluation
  add experts text[] not null default '{}',
  add experts_asked text[] not null default '{}';
