-- The broker's ids of the topics whose offsets this store holds. A topic that was deleted and made anew has another id.
create table topic_read (
  topic    text primary key,
  topic_id text not null
);

create view published.topics_read as select topic, topic_id from topic_read;
grant select on published.topics_read to ${exporter_role};
