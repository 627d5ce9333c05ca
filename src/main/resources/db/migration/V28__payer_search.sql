-- The payer's name in capitals without diacritics, for operators who search as they type. One letter
-- of 200 may become several.
alter table payment add column payer_search varchar(4000) default '' not null;

update payment
set payer_search = upper(
  translate(
    payer_name,
    'ÀàÁáÂâÃãĂăẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặĐđÈèÉéÊêĔĕẸẹẺẻẼẽẾếỀềỂểỄễỆệÌì'
      || 'ÍíÎîĨĩĬĭỈỉỊịÒòÓóÔôÕõŎŏƠơỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợÙùÚúÛûŨũŬŭƯưỤụ'
      || 'ỦủỨứỪừỬửỮữỰựÝýŶŷỲỳỴỵỶỷỸỹ',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADDEEEEEEEEEEEEEEEEEEEEEEEEII'
      || 'IIIIIIIIIIIIOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOUUUUUUUUUUUUUU'
      || 'UUUUUUUUUUUUYYYYYYYYYYYY'));
