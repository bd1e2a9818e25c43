using Cybernetes.Store.Etcd.Protocol;

namespace Cybernetes.Store.EtcdServer;

/// <summary>Who answers: the only member of a cluster of one.</summary>
internal sealed class Member(IStore store, string name)
{
    public const ulong Id = 0x8e9e05c52164694d;
    public const ulong ClusterId = 0xcdf818194e3a8c32;

    public string Name { get; } = name;

    /// <summary>Where clients reach it; known once it listens.</summary>
    public IReadOnlyList<string> Urls { get; set; } = [];

    /// <summary>The header of an answer made now, or of one that shows a given revision.</summary>
    public ResponseHeader Header(Revision? revision = null) => new()
    {
        ClusterId = ClusterId,
        MemberId = Id,
        RaftTerm = 1,
        Revision = (revision ?? store.CurrentRevision).Value,
    };
}
