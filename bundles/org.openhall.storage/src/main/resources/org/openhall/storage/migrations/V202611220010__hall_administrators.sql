-- users: who administers the whole hall holds a post that says so; before, it was whoever held none
insert into post (account_id, post, department, region)
select a.id, 'hall', '', '' from account a
where a.kind = 'ADMINISTRATOR' and not exists (select 1 from post p where p.account_id = a.id);
