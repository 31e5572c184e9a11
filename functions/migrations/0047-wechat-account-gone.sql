-- Whom WeChat does not know any more: nobody is written to by an openid that it refuses, until somebody signs in with it.

create table wechat_account_gone (
  appid text not null,
  openid text not null,
  since timestamptz not null,
  primary key (appid, openid),
  foreign key (appid, openid) references wechat_account
);

grant select, insert, delete on wechat_account_gone to anjiao_app;
