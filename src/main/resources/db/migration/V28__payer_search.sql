-- The payer's name in capitals without diacritics, for operators who search as they type.
alter table payment add column payer_search varchar(400) default '' not null;

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
