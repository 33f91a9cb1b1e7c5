import type { Programs } from './programs.ts';

/** Unsafe and safe settings of Java's libraries, as bodies of a servlet's `doGet`. */
export const javaSettingPrograms: readonly Programs[] = [
  {
    rule: 'weak-hash',
    language: 'java',
    imports: ['java.security.MessageDigest', 'org.apache.commons.codec.digest.DigestUtils'],
    ng: [
      'MessageDigest md = MessageDigest.getInstance("MD5");\nmd.update(input);\nmd.digest();',
      'java.security.MessageDigest md = java.security.MessageDigest.getInstance("SHA1", "SUN");\nmd.digest();',
      'String h = DigestUtils.md5Hex(token);',
      'String algorithm = "SHA-1";\nMessageDigest.getInstance(algorithm).digest(data);',
    ],
    ok: [
      'MessageDigest md = MessageDigest.getInstance("SHA-256");\nmd.digest(data);',
      'String h = DigestUtils.sha256Hex(data);',
      'java.security.MessageDigest md = java.security.MessageDigest.getInstance("SHA-512", provider[0]);\nmd.digest();',
    ],
  },
  {
    rule: 'weak-cipher',
    language: 'java',
    imports: ['javax.crypto.*', 'javax.crypto.spec.*'],
    ng: [
      'Cipher c = Cipher.getInstance("DES/CBC/PKCS5Padding");\nc.init(Cipher.ENCRYPT_MODE, key);',
      'Cipher c = Cipher.getInstance("AES");\nc.init(1, key);',
      'Cipher c = Cipher.getInstance("AES/ECB/PKCS5Padding");\nc.init(1, key);',
      'javax.crypto.Cipher c = javax.crypto.Cipher.getInstance("DESede/ECB/PKCS5Padding", "SunJCE");\nc.init(1, key);',
      'KeyGenerator.getInstance("DES").generateKey();',
      'Cipher.getInstance("RC4").init(1, key);',
    ],
    ok: [
      'Cipher c = Cipher.getInstance("AES/GCM/NoPadding");\nc.init(1, key, spec);',
      'Cipher c = Cipher.getInstance("AES/CBC/PKCS5Padding");\nc.init(1, key, iv);',
      'KeyGenerator.getInstance("AES").generateKey();',
      'Cipher c = Cipher.getInstance("ChaCha20-Poly1305");\nc.init(1, key);',
      'Cipher c = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");\nc.init(1, key);',
    ],
  },
  {
    rule: 'insecure-randomness',
    language: 'java',
    imports: ['java.security.SecureRandom'],
    ng: [
      'float rand = new java.util.Random().nextFloat();\nString rememberMeKey = Float.toString(rand).substring(2);\nrequest.getSession().setAttribute("k", rememberMeKey);',
      'Random random = new Random();\nString token = Long.toHexString(random.nextLong());\nresponse.getWriter().print(token);',
      'int otp = (int) (Math.random() * 1000000);\nsend(otp);',
      'byte[] salt = new byte[16];\nnew Random().nextBytes(salt);\nuse(salt);',
      'String sessionId = String.valueOf(ThreadLocalRandom.current().nextInt());\nuse(sessionId);',
    ],
    ok: [
      'String token = Long.toHexString(new SecureRandom().nextLong());\nuse(token);',
      'SecureRandom random = SecureRandom.getInstance("SHA1PRNG");\nbyte[] salt = new byte[16];\nrandom.nextBytes(salt);\nuse(salt);',
      'int delay = new Random().nextInt(100);\nThread.sleep(delay);',
      'Random random = new SecureRandom();\nint otp = random.nextInt(1000000);\nsend(otp);',
      'String token = UUID.randomUUID().toString();\nuse(token);',
    ],
  },
  {
    rule: 'insecure-cookie',
    language: 'java',
    ng: [
      'Cookie c = new Cookie("SESSIONID", id);\nresponse.addCookie(c);',
      'javax.servlet.http.Cookie cookie = new javax.servlet.http.Cookie("rememberMe", value);\ncookie.setSecure(false);\ncookie.setPath(request.getRequestURI());\nresponse.addCookie(cookie);',
      'Cookie c = new Cookie("auth", id);\nc.setSecure(true);\nc.setHttpOnly(false);\nresponse.addCookie(c);',
      'ResponseCookie.from("session", id).secure(false).httpOnly(true).build();',
    ],
    ok: [
      'Cookie c = new Cookie("SESSIONID", id);\nc.setSecure(true);\nc.setHttpOnly(true);\nresponse.addCookie(c);',
      'Cookie c = new Cookie("theme", "dark");\nresponse.addCookie(c);',
      'Cookie c = new Cookie("SESSIONID", "");\nc.setMaxAge(0);\nresponse.addCookie(c);',
      'ResponseCookie.from("session", id).secure(true).httpOnly(true).build();',
    ],
  },
  {
    rule: 'tls-verification-disabled',
    language: 'java',
    imports: ['javax.net.ssl.*', 'java.security.cert.X509Certificate'],
    ng: [
      'TrustManager[] all = new TrustManager[] {new X509TrustManager() {\n  public void checkClientTrusted(X509Certificate[] c, String a) {}\n  public void checkServerTrusted(X509Certificate[] c, String a) {}\n  public X509Certificate[] getAcceptedIssuers() { return null; }\n}};\nSSLContext ctx = SSLContext.getInstance("TLS");\nctx.init(null, all, null);',
      'HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);',
      'HttpsURLConnection.setDefaultHostnameVerifier(new HostnameVerifier() {\n  public boolean verify(String host, SSLSession s) {\n    return true;\n  }\n});',
      'new OkHttpClient.Builder().hostnameVerifier((h, s) -> true).build();',
      'SSLContextBuilder.create().loadTrustMaterial(null, (chain, type) -> true).build();',
    ],
    ok: [
      'SSLContext ctx = SSLContext.getInstance("TLSv1.3");\nctx.init(null, null, null);',
      'TrustManagerFactory f = TrustManagerFactory.getInstance("PKIX");\nf.init(store);\nSSLContext ctx = SSLContext.getInstance("TLS");\nctx.init(null, f.getTrustManagers(), null);',
      'HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> host.equals("a.example") && check(session));',
      'HttpsURLConnection.setDefaultHostnameVerifier(new HostnameVerifier() {\n  public boolean verify(String host, SSLSession s) {\n    return host.equals(s.getPeerHost());\n  }\n});',
    ],
  },
  {
    rule: 'jwt-misuse',
    language: 'java',
    imports: ['io.jsonwebtoken.*', 'com.auth0.jwt.JWT', 'com.auth0.jwt.algorithms.Algorithm'],
    ng: [
      'Jwts.parser().setSigningKey(key).parse(token);',
      'DecodedJWT jwt = JWT.decode(token);\nuse(jwt);',
      'JWT.create().withSubject("a").sign(Algorithm.none());',
      'JWT.require(Algorithm.HMAC256("correct horse battery")).build().verify(token);',
      'Jwts.builder().setSubject("a").signWith(SignatureAlgorithm.HS256, "correct horse battery").compact();',
    ],
    ok: [
      'Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);',
      'JWT.require(Algorithm.RSA256(publicKey, null)).build().verify(token);',
      'JWT.require(Algorithm.HMAC256(System.getenv("JWT_KEY"))).build().verify(token);',
      'Jwts.builder().setSubject("a").signWith(SignatureAlgorithm.RS256, privateKey).compact();',
    ],
  },
  {
    rule: 'hardcoded-credentials',
    language: 'java',
    imports: ['java.sql.*', 'javax.crypto.spec.*', 'java.net.PasswordAuthentication'],
    ng: [
      'DriverManager.getConnection("jdbc:mysql://db/app?user=app&password=correcthorse");',
      'HikariConfig config = new HikariConfig();\nconfig.setPassword("correct horse");',
      'new PasswordAuthentication("app", "correct horse".toCharArray());',
      'String password = "correct horse";\nDriverManager.getConnection(url, "app", password);',
      'SecretKeySpec key = new SecretKeySpec("correct horse bat".getBytes(), "AES");',
    ],
    ok: [
      'DriverManager.getConnection(url, "app", System.getenv("DB_PASSWORD"));',
      'HikariConfig config = new HikariConfig();\nconfig.setPassword(environment.getProperty("db.password"));',
      'new PasswordAuthentication("app", secrets.get("app").toCharArray());',
      'SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(System.getenv("KEY")), "AES");',
    ],
  },
  {
    rule: 'permissive-cors',
    language: 'java',
    ng: [
      'response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));\nresponse.setHeader("Access-Control-Allow-Credentials", "true");',
      'response.addHeader("Access-Control-Allow-Origin", "*");\nresponse.addHeader("Access-Control-Allow-Credentials", "true");',
      'registry.addMapping("/**").allowedOrigins("*").allowCredentials(true);',
    ],
    ok: [
      'response.setHeader("Access-Control-Allow-Origin", "https://app.example.com");',
      'String origin = request.getHeader("Origin");\nif (ALLOWED.contains(origin)) {\n  response.setHeader("Access-Control-Allow-Origin", origin);\n}',
      'registry.addMapping("/**").allowedOrigins("https://app.example.com").allowCredentials(true);',
    ],
  },
  {
    rule: 'dangerous-file-permissions',
    language: 'java',
    imports: ['java.nio.file.*', 'java.nio.file.attribute.*'],
    ng: [
      'new File("/srv/a").setWritable(true, false);',
      'Set<PosixFilePermission> p = new HashSet<>();\np.add(PosixFilePermission.OWNER_READ);\np.add(PosixFilePermission.OTHERS_WRITE);\nFiles.setPosixFilePermissions(path, p);',
      'Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-")));',
      'Runtime.getRuntime().exec("chmod 777 /srv/a");',
    ],
    ok: [
      'new File("/srv/a").setWritable(true, true);',
      'Set<PosixFilePermission> p = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);\nFiles.setPosixFilePermissions(path, p);',
      'Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));',
      'Runtime.getRuntime().exec("chmod 640 /srv/a");',
    ],
  },
  {
    rule: 'zip-slip',
    language: 'java',
    imports: ['java.util.zip.*', 'java.nio.file.*'],
    ng: [
      'ZipInputStream zip = new ZipInputStream(in);\nZipEntry entry;\nwhile ((entry = zip.getNextEntry()) != null) {\n  File f = new File("/srv", entry.getName());\n  new FileOutputStream(f);\n}',
      'ZipFile zip = new ZipFile("a.zip");\nEnumeration<? extends ZipEntry> entries = zip.entries();\nwhile (entries.hasMoreElements()) {\n  ZipEntry e = entries.nextElement();\n  Files.copy(zip.getInputStream(e), Paths.get("/srv").resolve(e.getName()));\n}',
    ],
    ok: [
      'ZipInputStream zip = new ZipInputStream(in);\nZipEntry entry;\nwhile ((entry = zip.getNextEntry()) != null) {\n  Path p = Paths.get("/srv").resolve(entry.getName()).normalize();\n  if (!p.startsWith("/srv")) {\n    throw new IOException();\n  }\n  Files.copy(zip, p);\n}',
      'ZipInputStream zip = new ZipInputStream(in);\nZipEntry entry;\nwhile ((entry = zip.getNextEntry()) != null) {\n  File f = new File("/srv", entry.getName());\n  if (!f.getCanonicalPath().startsWith("/srv/")) {\n    throw new IOException();\n  }\n  new FileOutputStream(f);\n}',
      'ZipInputStream zip = new ZipInputStream(in);\nZipEntry entry = zip.getNextEntry();\nnew FileOutputStream(new File("/srv", new File(entry.getName()).getName()));',
    ],
  },
  {
    rule: 'log-injection',
    language: 'java',
    imports: ['org.slf4j.*'],
    top: 'private static final Logger log = LoggerFactory.getLogger(Handler.class);',
    ng: [
      'log.info("user {}", request.getParameter("u"));',
      'log.warn("user " + request.getHeader("u"));',
      'java.util.logging.Logger.getLogger("a").info(request.getParameter("u"));',
    ],
    ok: [
      'log.info("user {}", request.getParameter("u").replaceAll("[\\r\\n]", ""));',
      'log.info("started");',
      'log.info("user {}", Integer.parseInt(request.getParameter("u")));',
      "log.info(\"user {}\", request.getParameter(\"u\").replace('\\n', '_').replace('\\r', '_'));",
    ],
  },
];
