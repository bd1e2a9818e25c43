using Cybernetes.Client;

namespace Cybernetes.Controllers.Hosting;

/// <summary>As whom the controllers speak to the API server: the manager itself, and each controller as its service account or as the manager.</summary>
/// <param name="Manager">The manager's own way: informers and whatever belongs to no one controller.</param>
/// <param name="For">The way of the controller with a service account of <c>kube-system</c>; asked once a controller.</param>
public sealed record ControllerClients(KubeClient Manager, Func<string, KubeClient> For)
{
    /// <summary>Every controller speaks as the manager.</summary>
    public static ControllerClients Shared(KubeClient client) => new(client, _ => client);
}
