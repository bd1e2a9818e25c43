using System.Net;
using System.Text;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Bootstrap;

/// <summary>
/// How servers on one store know of each other: each keeps a key <c>/registry/masterleases/ADDRESS</c> that ends by itself when its server does not renew
/// it (upstream's lease endpoint reconciler). Not thread safe; one caller.
/// </summary>
public sealed class ServerLeases(IStore store)
{
    private const string Prefix = "/registry/masterleases/";
    private static readonly TimeSpan _life = TimeSpan.FromSeconds(25);
    private LeaseId _lease;
    private string _renewed = "";

    /// <summary>Says that this server lives, and gives the addresses of all that do, in order.</summary>
    public async Task<IReadOnlyList<IPAddress>> RenewAsync(IPAddress here, CancellationToken cancellationToken)
    {
        if (_renewed != here.ToString() || await store.KeepLeaseAliveAsync(_lease, cancellationToken).ConfigureAwait(false) is null)
        {
            _lease = (await store.GrantLeaseAsync(_life, cancellationToken: cancellationToken).ConfigureAwait(false)).Id;
            await store.PutAsync(Prefix + here, Encoding.UTF8.GetBytes(here.ToString()), _lease, cancellationToken).ConfigureAwait(false);
            _renewed = here.ToString();
        }

        var all = await store.RangeAsync(new RangeRequest(KeyRange.Prefix(Prefix), KeysOnly: true), cancellationToken).ConfigureAwait(false);
        return [.. all.Items.Select(item => Encoding.UTF8.GetString(item.Key.Span[Prefix.Length..])).Append(here.ToString()).Distinct()
            .Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>().OrderBy(address => address.ToString(), StringComparer.Ordinal)];
    }
}
