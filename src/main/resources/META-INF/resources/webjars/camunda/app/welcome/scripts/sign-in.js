// Where staff sign in at the identity provider, these pages' own login leads nowhere, and whoever has
// signed out here must sign out there, too. The server knows: its page is then a redirect or refused.
// Only HEAD asks without beginning a session, which would end that of whoever signs in meanwhile.
const page = location.pathname;

async function leaveLogin() {
  if (location.hash.startsWith('#/login')) {
    const answer = await fetch(page, {method: 'HEAD', redirect: 'manual'});
    if (answer.status !== 200) {
      location.assign(page);
    }
  }
}

addEventListener('hashchange', leaveLogin);
leaveLogin();
