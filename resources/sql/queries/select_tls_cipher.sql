-- With which cipher is this connection secured?
SHOW SESSION STATUS LIKE 'Ssl_cipher'
