using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.ServiceAccounts;

/// <summary>Makes tokens that were made of themselves and that nobody uses invalid, and deletes them later (KEP-2799). Looks once a day.</summary>
public sealed class LegacyTokenCleaner : IController
{
    private static readonly TimeSpan _interval = TimeSpan.FromHours(24);
    private readonly ControllerContext _context;
    private readonly SharedInformer<ServiceAccount> _accounts;
    private readonly SharedInformer<Secret> _secrets;
    private readonly SharedInformer<Pod> _pods;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public LegacyTokenCleaner(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("legacy_service_account_token_cleaner", 1, ReconcileAsync);
        _accounts = context.Informers.For<ServiceAccount>();
        _secrets = context.Informers.For<Secret>(new InformerScope(FieldSelector: "type=" + TokenSecrets.SecretType));
        _pods = context.Informers.For<Pod>();
        _host.Queue.Add("");
    }

    private TimeSpan Interval => _context.Options.LegacyServiceAccountTokenCleanUpPeriod < _interval ? _context.Options.LegacyServiceAccountTokenCleanUpPeriod : _interval;

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private async ValueTask<TimeSpan?> ReconcileAsync(string key, CancellationToken cancellationToken)
    {
        var map = (await _context.Client.GetAsync<ConfigMap>("kube-system", "kube-apiserver-legacy-service-account-token-tracking", cancellationToken).ConfigureAwait(false)).OrNull();
        // Without the server's word on uses nothing can be called unused.
        if (LegacyTokenDecision.ParseDay(map?.Data.GetValueOrDefault("since")) is { } since)
        {
            foreach (var secret in _secrets.List())
            {
                await LookAsync(secret, since, cancellationToken).ConfigureAwait(false);
            }
        }

        return Interval;
    }

    private async ValueTask LookAsync(Secret secret, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (ns, name) = (secret.Metadata.Namespace, secret.Metadata.Name);
        // Only those that were made of themselves are named by their account.
        if (_accounts.Get(ns, TokenSecrets.AccountOf(secret)) is not { } account || !TokenSecrets.IsOf(secret, account) || !account.Secrets.Any(one => one.Name == name)
            || _pods.List(ns).Any(pod => pod.Spec.Volumes.Any(volume => volume.VolumeSource.Secret?.SecretName == name)))
        {
            return;
        }

        switch (LegacyTokenDecision.Of(secret, since, _context.Options.LegacyServiceAccountTokenCleanUpPeriod, _context.Now))
        {
            case LegacyTokenDecision.Verdict.Invalidate:
                var patch = Patch.Merge(Value.MapOf(("metadata", Value.MapOf(
                    ("uid", secret.Metadata.Uid),
                    ("resourceVersion", secret.Metadata.ResourceVersion),
                    ("labels", Value.MapOf((TokenSecrets.InvalidSinceLabel, LegacyTokenDecision.DayOf(_context.Now))))))));
                (await _context.Client.PatchAsync<Secret>(ns, name, patch, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
                break;
            case LegacyTokenDecision.Verdict.Delete:
                var options = new DeleteOptions { Preconditions = new Api.MetaV1.Preconditions { Uid = secret.Metadata.Uid, ResourceVersion = secret.Metadata.ResourceVersion } };
                (await _context.Client.DeleteAsync<Secret>(ns, name, options, cancellationToken).ConfigureAwait(false)).OrNull();
                break;
        }
    }
}
