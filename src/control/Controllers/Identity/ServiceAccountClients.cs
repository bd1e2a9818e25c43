using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Controllers.Hosting;

namespace Cybernetes.Controllers.Identity;

/// <summary><c>--use-service-account-credentials</c>: each controller over HTTP as its own service account. Dispose at the end.</summary>
public sealed class ServiceAccountClients(KubeClient manager, ClientConfig config, Func<string, KubeClientOptions> options) : IDisposable
{
    private readonly HttpApiTransport _anonymous = new(WithoutCredentials(config));
    private readonly List<ServiceAccountToken> _tokens = [];

    /// <summary>The clients, for the host of controllers.</summary>
    public ControllerClients Clients => new(manager, For);

    /// <inheritdoc/>
    public void Dispose()
    {
        _anonymous.Dispose();
        _tokens.ForEach(token => token.Dispose());
    }

    /// <summary>The same server, trusted by the same authorities, as nobody.</summary>
    internal static ClientConfig WithoutCredentials(ClientConfig config) => config with
    {
        ClientCertificateData = "",
        ClientCertificateFile = "",
        ClientKeyData = "",
        ClientKeyFile = "",
        BearerToken = "",
        BearerTokenFile = "",
        Username = "",
        Password = "",
        ImpersonateUser = "",
        ImpersonateUid = "",
        ImpersonateGroups = [],
        ImpersonateExtra = [],
        Exec = null,
    };

    private KubeClient For(string account)
    {
        var token = new ServiceAccountToken(manager, account);
        _tokens.Add(token);
        return new KubeClient(new ServiceAccountTransport(_anonymous, token), options(account));
    }
}
