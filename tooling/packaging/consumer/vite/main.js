import '@convlens/live/define';
