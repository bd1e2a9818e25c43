using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;
using Cybernetes.Pki;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.Controllers.ServiceAccounts;

/// <summary>Fills Secrets of type <c>kubernetes.io/service-account-token</c>, and deletes those whose account is gone.</summary>
public sealed class TokenSecretController : IController
{
    private readonly ControllerContext _context;
    private readonly JwtKey _key;
    private readonly SharedInformer<ServiceAccount> _accounts;
    private readonly SharedInformer<Secret> _secrets;
    private readonly ReconcilerHost<NamespacedName> _host;
    private readonly ReconcilerHost<(NamespacedName Account, string Secret)> _references;

    /// <summary>Joins the informers.</summary>
    public TokenSecretController(ControllerContext context)
    {
        _context = context;
        _key = new JwtKey(KeyFactory.FromPem(File.ReadAllText(context.Options.ServiceAccountPrivateKeyFile)));
        _host = context.Host<NamespacedName>("serviceaccount_tokens_secret", context.Options.ConcurrentServiceAccountTokenSyncs, ReconcileAsync);
        _references = context.Host<(NamespacedName, string)>("serviceaccount_tokens_service", 1, ForgetAsync);
        _accounts = context.Informers.For<ServiceAccount>();
        _secrets = context.Informers.For<Secret>(new InformerScope(FieldSelector: "type=" + TokenSecrets.SecretType));
        _secrets.AddHandler(Enqueue, (_, after) => Enqueue(after), Gone);
        _accounts.AddHandler(AccountChanged, (_, after) => AccountChanged(after), AccountChanged);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_host.RunAsync(cancellationToken), _references.RunAsync(cancellationToken));

    private void Enqueue(Secret secret) => _host.Queue.Add(NamespacedName.Of(secret));

    private void Gone(Secret secret)
    {
        var account = new NamespacedName(secret.Metadata.Namespace, TokenSecrets.AccountOf(secret));
        if (_accounts.Get(account) is { } mentions && mentions.Secrets.Any(one => one.Name == secret.Metadata.Name))
        {
            _references.Queue.Add((account, secret.Metadata.Name));
        }
    }

    private void AccountChanged(ServiceAccount account)
    {
        foreach (var secret in _secrets.List(account.Metadata.Namespace))
        {
            if (TokenSecrets.AccountOf(secret) == account.Metadata.Name)
            {
                Enqueue(secret);
            }
        }
    }

    private async ValueTask ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_secrets.Get(key) is not { } secret || secret.IsDeleting() || TokenSecrets.AccountOf(secret) is not { Length: > 0 } name)
        {
            return;
        }

        var account = _accounts.Get(key.Namespace, name);
        if (account is null || !TokenSecrets.IsOf(secret, account))
        {
            // The cache may not have the account yet.
            account = (await _context.Client.GetAsync<ServiceAccount>(key.Namespace, name, cancellationToken).ConfigureAwait(false)).OrNull();
        }

        if (account is null || !TokenSecrets.IsOf(secret, account))
        {
            var options = new DeleteOptions { Preconditions = new Api.MetaV1.Preconditions { Uid = secret.Metadata.Uid } };
            (await _context.Client.DeleteAsync<Secret>(key.Namespace, key.Name, options, cancellationToken).ConfigureAwait(false)).OrNull();
            return;
        }

        var filled = TokenSecrets.Filled(secret, account, _context.Options.RootCa, _key);
        if (!ReferenceEquals(filled, secret))
        {
            (await _context.Client.UpdateAsync(filled, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }
    }

    // An account must not go on naming a Secret that is gone.
    private async ValueTask ForgetAsync((NamespacedName Account, string Secret) about, CancellationToken cancellationToken)
    {
        var (account, secret) = about;
        if ((await _context.Client.GetAsync<ServiceAccount>(account.Namespace, account.Name, cancellationToken).ConfigureAwait(false)).OrNull() is { } live
            && live.Secrets.Any(one => one.Name == secret)
            && (await _context.Client.GetAsync<Secret>(account.Namespace, secret, cancellationToken).ConfigureAwait(false)).OrNull() is null)
        {
            var changed = live with { Secrets = live.Secrets.Where(one => one.Name != secret).ToValueList() };
            (await _context.Client.UpdateAsync(changed, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }
    }
}
