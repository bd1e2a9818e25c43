namespace Cybernetes.ApiServer.ClusterView;

/// <summary>One change: added (no <see cref="Old"/>), modified, or deleted (no <see cref="New"/>).</summary>
public readonly record struct ClusterChange<T>(T? Old, T? New) where T : class;
