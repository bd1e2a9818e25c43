using System.Globalization;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Plugins.Cache;
using Cybernetes.Dns.Plugins.Forward;
using Cybernetes.Dns.Plugins.Hosts;
using Cybernetes.Dns.Plugins.Kubernetes;
using Cybernetes.Dns.Plugins.Log;
using Cybernetes.Dns.Plugins.Observe;
using Cybernetes.Dns.Plugins.Rewrite;
using Cybernetes.Dns.Plugins.Template;
using Cybernetes.Dns.Plugins.Tls;
using Cybernetes.Dns.Plugins.ZoneFiles;

namespace Cybernetes.Dns.Plugins;

/// <summary>
/// The plugins there are, in the order in which queries pass them: that order is the server's, not the Corefile's.
/// </summary>
internal static class PluginRegistry
{
    private delegate IDnsHandler Setup(IReadOnlyList<Directive> directives, PluginContext context, IDnsHandler next);

    private static readonly (string Name, Setup Setup)[] InOrder =
    [
        ("cancel", static (_, _, next) => next),
        ("reload", static (directives, context, next) => Checked(next, ReloadOptions.Parse(directives[0]))),
        ("bufsize", static (directives, _, next) => new BufsizePlugin((ushort)(directives[0].Arguments.IsEmpty ? 1232 : directives[0].Number(512, 4096)), next)),
        ("root", static (_, _, next) => next),
        ("bind", static (_, _, next) => next),
        ("debug", static (_, _, next) => next),
        ("tls", static (directives, context, next) => Tls(directives[0], context, next)),
        ("ready", static (directives, context, next) => Page(PagePlugins.Ready, directives, context, next)),
        ("health", static (directives, context, next) => Page(PagePlugins.Health, directives, context, next)),
        ("prometheus", static (directives, context, next) => Page(PagePlugins.Prometheus, directives, context, new PrometheusPlugin(context, next))),
        ("errors", static (_, context, next) => new ErrorsPlugin(context, next)),
        ("log", static (directives, context, next) => new LogPlugin(directives, context, next)),
        ("any", static (_, _, next) => new AnyPlugin(next)),
        ("loadbalance", static (directives, _, next) => directives[0].Arguments is [] or ["round_robin"] ? new LoadBalancePlugin(next)
            : throw directives[0].Error($"unknown policy: {directives[0].Arguments[0]}")),
        ("cache", static (directives, context, next) => new CachePlugin(CacheOptions.Parse(directives[0], context), context, next)),
        ("rewrite", static (directives, _, next) => new RewritePlugin([.. directives.Select(RewriteRule.Parse)], next)),
        ("autopath", static (directives, context, next) => new AutopathPlugin(directives[0], context, next)),
        ("minimal", static (_, _, next) => new MinimalPlugin(next)),
        ("template", static (directives, context, next) => new TemplatePlugin(directives, context, next)),
        ("hosts", static (directives, context, next) => new HostsPlugin(directives[0], context, next)),
        ("kubernetes", static (directives, context, next) => Kubernetes(directives, context, next)),
        ("file", static (directives, context, next) => directives.Reverse().Aggregate(next, (after, d) => new FilePlugin(d, context, after))),
        ("loop", static (_, context, next) => new LoopPlugin(context, next)),
        ("forward", static (directives, context, next) => directives.Reverse().Aggregate(next, (after, d) => new ForwardPlugin(ForwardOptions.Parse(d), context, after))),
        ("whoami", static (_, _, _) => new WhoamiPlugin()),
    ];

    /// <summary>The names of all plugins.</summary>
    public static IEnumerable<string> Names => InOrder.Select(p => p.Name);

    /// <summary>Makes the chain of a server block.</summary>
    public static IDnsHandler Build(PluginContext context)
    {
        foreach (var directive in context.Block.Directives)
        {
            if (!InOrder.Any(p => p.Name == directive.Name))
            {
                throw directive.Error($"Unknown directive '{directive.Name}'");
            }
        }

        IDnsHandler chain = LastHandler.Instance;
        foreach (var (name, setup) in InOrder.Reverse())
        {
            var directives = context.Block.Directives.Where(d => d.Name == name).ToList();
            if (directives.Count > 0)
            {
                chain = setup(directives, context, chain);
                context.Handlers[name] = chain;
            }
        }

        return chain;
    }

    /// <summary>The addresses of "bind", or none for all.</summary>
    public static IEnumerable<string> BindAddresses(ServerBlock block) =>
        block.Directives.Where(d => d.Name == "bind").SelectMany(d => d.Arguments);

    private static IDnsHandler Kubernetes(IReadOnlyList<Directive> directives, PluginContext context, IDnsHandler next)
    {
        context.Shared.Readiness.Add(("kubernetes", () => context.Environment.Services.Synced));
        return directives.Reverse().Aggregate(next, (after, d) => new KubernetesPlugin(KubernetesOptions.Parse(d, context), context, after));
    }

    private static IDnsHandler Tls(Directive directive, PluginContext context, IDnsHandler next)
    {
        context.Tls = TlsOptions.Parse(directive, context.Environment.Root);
        return next;
    }

    private static IDnsHandler Page(Action<Directive, PluginContext> open, IReadOnlyList<Directive> directives, PluginContext context, IDnsHandler next)
    {
        open(directives[0], context);
        return next;
    }

    private static IDnsHandler Checked(IDnsHandler next, ReloadOptions _) => next;
}

/// <summary>"reload [INTERVAL] [JITTER]": how often the Corefile is looked at.</summary>
public sealed record ReloadOptions(TimeSpan Interval, TimeSpan Jitter)
{
    /// <summary>Reads the directive.</summary>
    public static ReloadOptions Parse(Directive directive)
    {
        var interval = Get(0) ?? TimeSpan.FromSeconds(30);
        var jitter = Get(1) ?? (interval / 2 < TimeSpan.FromSeconds(15) ? interval / 2 : TimeSpan.FromSeconds(15));
        return interval < TimeSpan.FromSeconds(2) ? throw directive.Error("interval value must be greater or equal to 2s")
            : new ReloadOptions(interval, jitter);

        TimeSpan? Get(int index) => directive.Arguments.Length <= index ? null
            : Durations.Parse(directive.Arguments[index]) ?? throw directive.Error(string.Create(CultureInfo.InvariantCulture, $"invalid duration \"{directive.Arguments[index]}\""));
    }
}
